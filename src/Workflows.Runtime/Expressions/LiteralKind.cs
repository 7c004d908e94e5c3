using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Expressions;

/// <summary>A value as it stands, converted once, when the definition is compiled. What cannot be converted becomes the type's default, as in Elsa, with a warning.</summary>
internal sealed class LiteralKind : ExpressionKind
{
    public override string Type => "Literal";

    public override string DisplayName => "Default";

    public override bool IsBrowsable => false;

    public override string? CodeLanguage => "plaintext";

    public override InputEvaluator Compile(ExpressionSource source, Type target, ExpressionSite site)
    {
        var value = Plain(source.Value);
        if (!Coerce.TryTo(value, target, out var converted) && value is not "")
        {
            site.Report(
                WorkflowCodes.LostLiteral,
                $"{site.InputName}: '{value}' is not a {target.Name}; it would silently become {Describe(converted)}.",
                "Write a value of that type, or choose another notation.",
                DiagnosticSeverity.Warning
            );
        }
        return new ConstantEvaluator(converted);
    }

    private static object? Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when value.TryGetInt32(out var whole) => whole,
            JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
            JsonValueKind.Number => value.GetDouble(),
            _ => value.GetRawText(),
        };

    private static string Describe(object? value) => value is null ? "nothing" : $"'{value}'";
}
