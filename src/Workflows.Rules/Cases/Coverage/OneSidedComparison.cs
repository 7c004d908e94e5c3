namespace Workflows.Rules.Cases.Coverage;

/// <summary>A comparison with a threshold that no case has on one of its sides.</summary>
/// <param name="Rule">The first rule that asks it.</param>
/// <param name="Comparison">The comparison.</param>
/// <param name="Missing">What no case has: <c>true</c> where the comparison never holds, <c>false</c> where it never fails to.</param>
public sealed record OneSidedComparison(string Rule, string Comparison, bool Missing);
