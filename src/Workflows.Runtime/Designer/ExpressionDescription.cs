namespace Workflows.Runtime.Designer;

/// <summary>A notation that inputs may be written in, in one language.</summary>
/// <param name="Type">The name documents use.</param>
/// <param name="DisplayName">The title.</param>
/// <param name="IsSerializable">Whether documents hold it.</param>
/// <param name="IsBrowsable">Whether the designer offers it.</param>
/// <param name="Properties">What its editor needs to know: <c>MonacoLanguage</c> names the highlighting.</param>
public sealed record ExpressionDescription(
    string Type,
    string DisplayName,
    bool IsSerializable,
    bool IsBrowsable,
    IReadOnlyDictionary<string, object> Properties
);
