namespace Workflows.WeComEmulator.Log;

/// <summary>The same content, received more than once.</summary>
public sealed record DuplicateMessages(string To, string? Text, IReadOnlyList<LoggedMessage> Messages);
