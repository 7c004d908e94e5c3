using System.Text.Json;

namespace Workflows.Runtime.Expressions;

/// <summary>An expression as a document holds it: the notation's name and its text or value, not compiled.</summary>
/// <param name="Type">The notation: <c>Literal</c>, <c>JavaScript</c>, <c>Liquid</c> …</param>
/// <param name="Value">The text or literal; <see cref="JsonValueKind.Undefined"/> when absent.</param>
/// <param name="TypeName">The alias of the type the document expects; informative.</param>
public sealed record ExpressionSource(string Type, JsonElement Value, string? TypeName = null)
{
    /// <summary>Creates an expression from text, as code does.</summary>
    /// <param name="type">The notation.</param>
    /// <param name="text">The text.</param>
    public ExpressionSource(string type, string text)
        : this(type, JsonSerializer.SerializeToElement(text)) { }

    /// <summary>The value as text: a JSON string's content, otherwise its JSON; null for null or absent.</summary>
    public string? Text =>
        Value.ValueKind switch
        {
            JsonValueKind.String => Value.GetString(),
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            _ => Value.GetRawText(),
        };
}
