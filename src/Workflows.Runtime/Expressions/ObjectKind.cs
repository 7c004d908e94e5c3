using System.Text.Json;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Expressions;

/// <summary>JSON text. Into a text or an untyped input it goes as text, as in Elsa; dictionaries may hold an expression for each entry.</summary>
internal sealed class ObjectKind(string type) : ExpressionKind
{
    public override string Type => type;

    public override bool IsBrowsable => false;

    public override string? CodeLanguage => "json";

    public override InputEvaluator Compile(ExpressionSource source, Type target, ExpressionSite site)
    {
        var text = source.Text;
        if (text is null)
        {
            return new ConstantEvaluator(Coerce.DefaultOf(target));
        }
        if (IsDictionary(target) && TryParse(text, out var json) && HasExpressions(json))
        {
            return CompileEntries(json, target, site);
        }
        var value = Coerce.To(text, target);
        return IsShared(target) ? new ConstantEvaluator(value) : new FreshEvaluator(text, target);
    }

    private static bool IsDictionary(Type target) =>
        target.IsAssignableFrom(typeof(Dictionary<string, object?>)) && target != typeof(object);

    /// <summary>Whether one value may serve all runs; lists and dictionaries could be changed by a run.</summary>
    private static bool IsShared(Type target) =>
        target.IsValueType || target == typeof(string) || target == typeof(object);

    private static bool TryParse(string text, out JsonElement json)
    {
        try
        {
            json = JsonElement.Parse(text);
            return json.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            json = default;
            return false;
        }
    }

    private static bool HasExpressions(JsonElement json)
    {
        foreach (var entry in json.EnumerateObject())
        {
            if (IsExpression(entry.Value))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsExpression(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String
        && value.TryGetProperty("value", out _)
        && value.EnumerateObject().Count() == 2;

    private static EntriesEvaluator CompileEntries(JsonElement json, Type target, ExpressionSite site)
    {
        var entries = new List<KeyValuePair<string, InputEvaluator>>();
        foreach (var entry in json.EnumerateObject())
        {
            var source = IsExpression(entry.Value)
                ? new ExpressionSource(
                    entry.Value.GetProperty("type").GetString()!,
                    entry.Value.GetProperty("value").Clone()
                )
                : new ExpressionSource("Literal", entry.Value.Clone());
            var evaluator = site.Registry.Find(source.Type)?.Compile(source, typeof(object), site);
            entries.Add(new(entry.Name, evaluator ?? new ConstantEvaluator(null)));
        }
        return new EntriesEvaluator([.. entries], target);
    }

    private sealed class FreshEvaluator(string text, Type target) : InputEvaluator
    {
        internal override bool NeedsRun => false;

        public override object? Evaluate(ActivityExecutionContext context) => Coerce.To(text, target);
    }

    private sealed class EntriesEvaluator(KeyValuePair<string, InputEvaluator>[] entries, Type target) : InputEvaluator
    {
        public override object? Evaluate(ActivityExecutionContext context)
        {
            var values = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var (key, evaluator) in entries)
            {
                values[key] = evaluator.Evaluate(context);
            }
            return Coerce.To(values, target);
        }
    }
}
