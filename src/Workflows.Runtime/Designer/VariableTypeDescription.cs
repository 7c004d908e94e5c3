namespace Workflows.Runtime.Designer;

/// <summary>A type that variables, inputs and outputs of workflows may have, in one language.</summary>
/// <param name="TypeName">The alias documents use.</param>
/// <param name="DisplayName">The title.</param>
/// <param name="Category">The group it is offered in.</param>
/// <param name="Description">One sentence for the author; null for none.</param>
public sealed record VariableTypeDescription(
    string TypeName,
    string DisplayName,
    string Category,
    string? Description = null
);
