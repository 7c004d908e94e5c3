namespace Workflows.Runtime.Definitions;

/// <summary>An input or output of a workflow.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">The alias of its type; not enforced, as in Elsa.</param>
/// <param name="IsArray">Whether it holds a list of that type.</param>
/// <param name="DisplayName">The title designers show.</param>
/// <param name="Description">One sentence for the operator.</param>
/// <param name="Category">The group it is shown with; null for none.</param>
/// <param name="UIHint">The editor designers use; null lets them choose.</param>
public sealed record ArgumentDefinition(
    string Name,
    string TypeName,
    bool IsArray,
    string? DisplayName,
    string? Description,
    string? Category = null,
    string? UIHint = null
);
