namespace Workflows.Acceptance.Tests.WeCom;

/// <summary>How many messages wait for their task, and how many for the members.</summary>
internal sealed record SendingProgress(long Waiting, long Submitted);
