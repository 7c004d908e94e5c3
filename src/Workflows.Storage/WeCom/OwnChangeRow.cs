namespace Workflows.Storage.WeCom;

/// <summary>Something that we changed in WeCom's records.</summary>
internal sealed class OwnChangeRow
{
    public int Tenant { get; set; }

    public required string Customer { get; set; }

    public short Kind { get; set; }

    public required string Staff { get; set; }

    public required string Value { get; set; }

    public DateTimeOffset At { get; set; }
}
