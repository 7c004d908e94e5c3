namespace Workflows.Marketing.Templates;

/// <summary>
/// Where a parameter's value stands: a variable of the workflow, an input of one of its blocks, a setting of the journey, or a
/// parameter of a rule set.
/// </summary>
/// <param name="Variable">The variable's name.</param>
/// <param name="Block">The block's name.</param>
/// <param name="Input">The block's input.</param>
/// <param name="RuleSet">The rule set's name.</param>
/// <param name="Param">The name of the rule set's global parameter.</param>
/// <param name="Setting">The path of a setting in the workflow's <c>customProperties</c>, for example <c>limits.subsidyBudget</c>.</param>
public sealed record ParameterPlace(
    string? Variable = null,
    string? Block = null,
    string? Input = null,
    string? RuleSet = null,
    string? Param = null,
    string? Setting = null
)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Variable is not null ? $"variable {Variable}"
        : Block is not null ? $"block {Block}, input {Input}"
        : Setting is not null ? $"setting {Setting}"
        : $"rule set {RuleSet}, parameter {Param}";
}
