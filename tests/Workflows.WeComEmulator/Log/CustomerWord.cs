namespace Workflows.WeComEmulator.Log;

/// <summary>What a customer wrote to a member or into a group.</summary>
public sealed record CustomerWord(
    long Number,
    DateTimeOffset At,
    string Customer,
    string? Member,
    string? Group,
    string Text
);
