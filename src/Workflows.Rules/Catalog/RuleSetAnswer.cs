namespace Workflows.Rules.Catalog;

/// <summary>The results of all enabled rules of a set, in the document's order.</summary>
/// <param name="Results">One result a rule, nested rules inside theirs.</param>
public sealed record RuleSetAnswer(IReadOnlyList<RuleResult> Results)
{
    /// <summary>The first rule that holds, or null when none does.</summary>
    public RuleResult? First => Results.FirstOrDefault(result => result.IsSuccess);
}
