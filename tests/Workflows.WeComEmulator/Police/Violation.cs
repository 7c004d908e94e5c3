namespace Workflows.WeComEmulator.Police;

/// <summary>What a caller did against the platform's documented contract.</summary>
public sealed record Violation(DateTimeOffset At, string Kind, string Path, string Detail);
