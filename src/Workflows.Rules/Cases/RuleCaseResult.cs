namespace Workflows.Rules.Cases;

/// <summary>What came of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Expected">What the case expects, as one line.</param>
/// <param name="Got">What the rules said, as one line; the first mistake where they said nothing.</param>
/// <param name="Passed">Whether both agree.</param>
public sealed record RuleCaseResult(RuleCase Case, string Expected, string Got, bool Passed);
