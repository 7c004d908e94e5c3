namespace Workflows.WeComEmulator.Transfers;

/// <summary>A customer on the way from one member to another.</summary>
internal sealed class Transfer(string from, string to, string customer, DateTimeOffset startedAt)
{
    public const int Done = 1;
    public const int Waiting = 2;
    public const int Refused = 3;
    public const int TakerFull = 4;

    public string From { get; } = from;
    public string To { get; } = to;
    public string Customer { get; } = customer;
    public DateTimeOffset StartedAt { get; } = startedAt;
    public string? Text { get; init; }
    public int Status { get; set; } = Waiting;
    public DateTimeOffset? TakenAt { get; set; }
}
