using Workflows.Rules.Catalog;

namespace Workflows.Rules.Values;

/// <summary>One rule set of a chain.</summary>
/// <param name="Name">The name under which the rule sets behind it see its value; an identifier.</param>
/// <param name="RuleSet">The rule set.</param>
public sealed record RuleChainStep(string Name, PreparedRuleSet RuleSet);
