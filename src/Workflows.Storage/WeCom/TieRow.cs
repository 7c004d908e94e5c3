namespace Workflows.Storage.WeCom;

/// <summary>What WeCom last said of a customer and a member of staff, or a group.</summary>
internal sealed class TieRow
{
    public int Tenant { get; set; }

    public short Kind { get; set; }

    public required string Owner { get; set; }

    public required string Customer { get; set; }

    public bool IsLost { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public DateTimeOffset? SeenAt { get; set; }

    public string? Profile { get; set; }

    public required string Tags { get; set; }
}
