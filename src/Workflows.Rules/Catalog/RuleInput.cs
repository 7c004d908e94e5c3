namespace Workflows.Rules.Catalog;

/// <summary>One named input of a question to a rule set.</summary>
/// <param name="Name">The identifier under which expressions use it.</param>
/// <param name="Value">A typed object, a dictionary, an <c>ExpandoObject</c>, a <c>JsonElement</c>, a plain value or null.</param>
public sealed record RuleInput(string Name, object? Value)
{
    /// <summary>The type that null stands for; a value has its own type.</summary>
    /// <value>The default value is null: of null nothing is known.</value>
    public Type? DeclaredType { get; init; }
}
