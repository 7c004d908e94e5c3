namespace Workflows.WeComEmulator.Callbacks;

/// <summary>An event that was raised, and how its delivery goes.</summary>
internal sealed class CallbackEntry(long number, DateTimeOffset at, CallbackEvent raised, string xml)
{
    public long Number { get; } = number;
    public DateTimeOffset At { get; } = at;
    public CallbackEvent Raised { get; } = raised;
    public string Xml { get; } = xml;
    public string Status { get; set; } = "queued";
    public int Attempts { get; set; }
    public int? Answer { get; set; }
    public int? ForgedAnswer { get; set; }
    public int? ReplayAnswer { get; set; }
    public bool IsReplayed { get; init; }

    public CallbackRecord Record() =>
        new(Number, At, Raised.Name, Raised.ChangeType, Raised.Subject, Xml, Status, Attempts)
        {
            Answer = Answer,
            ForgedAnswer = ForgedAnswer,
            ReplayAnswer = ReplayAnswer,
        };
}
