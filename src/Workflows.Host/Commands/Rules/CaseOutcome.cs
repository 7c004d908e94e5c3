namespace Workflows.Host.Commands.Rules;

/// <summary>What came of one case.</summary>
internal sealed record CaseOutcome(string Name, bool Passed, string Expected, string Got);
