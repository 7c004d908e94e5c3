namespace Workflows.WeComEmulator.Callbacks;

/// <summary>A raised event as <c>/_emu/callbacks</c> shows it.</summary>
/// <param name="Status"><c>queued</c>, <c>delivered</c>, <c>dropped</c>, <c>given-up</c> or <c>no-receiver</c>.</param>
/// <param name="Attempts">How often it was sent.</param>
public sealed record CallbackRecord(
    long Number,
    DateTimeOffset At,
    string Event,
    string ChangeType,
    string Subject,
    string Xml,
    string Status,
    int Attempts
)
{
    /// <summary>The HTTP status of the last attempt; null when there was no answer.</summary>
    public int? Answer { get; init; }

    /// <summary>What a request with a wrong signature was answered.</summary>
    public int? ForgedAnswer { get; init; }

    /// <summary>What the same request was answered the second time.</summary>
    public int? ReplayAnswer { get; init; }
}
