namespace Workflows.Marketing.Templates;

/// <summary>What whoever takes a template may change without drawing.</summary>
/// <param name="Name">Its name, for the command line.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Default">The value the template comes with.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Explanation">What a higher or lower value does.</param>
/// <param name="In">Where the value stands.</param>
/// <param name="Min">The lowest value; null for none, or where values have no order.</param>
/// <param name="Max">The highest value, or the longest text; null for none.</param>
/// <param name="Choices">The words to choose from.</param>
public sealed record TemplateParameter(
    string Name,
    ParameterKind Kind,
    string Default,
    TemplateText Title,
    TemplateText Explanation,
    IReadOnlyList<ParameterPlace> In,
    string? Min = null,
    string? Max = null,
    IReadOnlyList<string>? Choices = null
);
