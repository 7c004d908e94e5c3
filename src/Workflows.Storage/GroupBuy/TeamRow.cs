namespace Workflows.Storage.GroupBuy;

internal sealed class TeamRow
{
    public int Tenant { get; set; }

    public Guid Id { get; set; }

    public required string Campaign { get; set; }

    public Guid OpenerId { get; set; }

    public int Size { get; set; }

    public int Capacity { get; set; }

    public short State { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public DateTimeOffset ClosesAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    public int Headcount { get; set; }

    /// <summary>The terms as JSON.</summary>
    public required string Terms { get; set; }

    public required string Seed { get; set; }

    /// <summary>The draw as JSON.</summary>
    public string? Draw { get; set; }
}
