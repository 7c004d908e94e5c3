using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Limits.Rules;

/// <summary>What came of reading limits.</summary>
/// <param name="Rules">The limits; null where there are errors.</param>
/// <param name="Diagnostics">Everything that is wrong.</param>
public sealed record LimitReading(LimitRules? Rules, IReadOnlyList<Diagnostic> Diagnostics);
