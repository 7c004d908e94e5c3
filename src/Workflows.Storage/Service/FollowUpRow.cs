namespace Workflows.Storage.Service;

internal sealed class FollowUpRow
{
    public int Tenant { get; set; }

    public required string Key { get; set; }

    public Guid ContactId { get; set; }

    public short Kind { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public string? Staff { get; set; }

    public int Items { get; set; }

    public int? Seconds { get; set; }

    public string? Text { get; set; }

    public DateTimeOffset? NextAt { get; set; }

    public string? EditedBy { get; set; }

    public DateTimeOffset? EditedAt { get; set; }
}
