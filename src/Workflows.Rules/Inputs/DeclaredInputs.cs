using System.Linq.Dynamic.Core;
using System.Text.Json;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;
using Workflows.Rules.Model;
using Workflows.Rules.Validation;
using Words = Workflows.Rules.Json.RuleSetWords;

namespace Workflows.Rules.Inputs;

/// <summary>
/// What a rule set says of its own inputs: the members <c>Inputs</c>, names with types, and <c>Facts</c>, conditions that
/// hold for all of them. A type is a word (<c>number</c>, <c>whole</c>, <c>text</c>, <c>flag</c>, <c>time</c>; with
/// <c>?</c> where the value may be missing), an object of types, a list with the type of its items, or the name of an
/// input of whoever asks, such as <c>contact</c>.
/// </summary>
public static class DeclaredInputs
{
    private static readonly Dictionary<string, Type> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["number"] = typeof(double),
        ["whole"] = typeof(int),
        ["text"] = typeof(string),
        ["flag"] = typeof(bool),
        ["time"] = typeof(DateTimeOffset),
    };

    /// <summary>Whether the rule set says what its inputs are.</summary>
    public static bool Exist(RuleSet ruleSet) => Member(ruleSet, Words.Inputs).ValueKind == JsonValueKind.Object;

    /// <summary>The types of its inputs.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="usual">The inputs of whoever asks: the answer where the rule set says nothing, and the types it may name.</param>
    public static InputShape? ShapeOf(RuleSet ruleSet, InputShape? usual) =>
        Exist(ruleSet)
            ? new InputShape([
                .. Member(ruleSet, Words.Inputs)
                    .EnumerateObject()
                    .Select(input => new InputParameter(input.Name, TypeOf(input.Value, usual) ?? typeof(object))),
            ])
            : usual;

    /// <summary>The conditions that hold for all inputs.</summary>
    public static IReadOnlyList<string> FactsOf(RuleSet ruleSet) =>
        Member(ruleSet, Words.Facts) is { ValueKind: JsonValueKind.Array } facts
            ? [.. facts.EnumerateArray().Select(fact => fact.ToString())]
            : [];

    /// <summary>Reads inputs as a journey works them out into the declared types.</summary>
    /// <param name="shape">The types.</param>
    /// <param name="values">An object with one member an input that is not given.</param>
    /// <param name="given">Inputs that are there already, by name.</param>
    /// <param name="missing">The path of the first value that is not there and has to be; null when all are.</param>
    /// <returns>The inputs in the shape's order; of use only when nothing is missing.</returns>
    public static IReadOnlyList<RuleInput> Read(
        InputShape shape,
        JsonElement values,
        IReadOnlyDictionary<string, object?> given,
        out string? missing
    )
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(given);
        missing = null;
        var read = new List<RuleInput>();
        foreach (var (name, type) in shape.Parameters)
        {
            if (given.TryGetValue(name, out var value))
            {
                read.Add(new RuleInput(name, value));
                continue;
            }

            var element = Find(values, name);
            missing ??= Missing(element, type, name);
            read.Add(new RuleInput(name, missing is null ? JsonValues.Read(element, type) : null));
        }

        return read;
    }

    internal static IReadOnlyList<Diagnostic> Check(RuleSet ruleSet, string path)
    {
        var diagnostics = new List<Diagnostic>();
        var inputs = Member(ruleSet, Words.Inputs);
        if (inputs.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Object))
        {
            diagnostics.Add(Bad("'Inputs' is an object: the inputs' types by name.", $"{path}.{Words.Inputs}"));
        }
        else if (inputs.ValueKind == JsonValueKind.Object)
        {
            CheckMembers(inputs, $"{path}.{Words.Inputs}", isTop: true, diagnostics);
        }

        var facts = Member(ruleSet, Words.Facts);
        if (
            facts.ValueKind != JsonValueKind.Undefined
            && (
                facts.ValueKind != JsonValueKind.Array
                || facts.EnumerateArray().Any(fact => fact.ValueKind != JsonValueKind.String)
            )
        )
        {
            diagnostics.Add(Bad("'Facts' is a list of conditions.", $"{path}.{Words.Facts}"));
        }

        return diagnostics;
    }

    private static void CheckMembers(JsonElement record, string path, bool isTop, List<Diagnostic> diagnostics)
    {
        foreach (var member in record.EnumerateObject())
        {
            CheckType(member.Value, $"{path}.{member.Name}", isTop, diagnostics);
        }
    }

    private static void CheckType(JsonElement type, string path, bool isTop, List<Diagnostic> diagnostics)
    {
        switch (type.ValueKind)
        {
            case JsonValueKind.Object when type.EnumerateObject().Any():
                CheckMembers(type, path, isTop: false, diagnostics);
                break;
            case JsonValueKind.Array when type.GetArrayLength() == 1:
                CheckType(type[0], path, isTop: false, diagnostics);
                break;
            case JsonValueKind.String when isTop || Types.ContainsKey(type.GetString()!.TrimEnd('?')):
                break;
            default:
                diagnostics.Add(Bad($"{type.GetRawText()} is no type of an input.", path));
                break;
        }
    }

    private static Diagnostic Bad(string message, string path) =>
        new(
            RuleDiagnosticCodes.BadInputs,
            message,
            path,
            Remedy: "Types are number, whole, text, flag and time, with ? where the value may be missing; an object of types; a list with one type."
        );

    private static Type? TypeOf(JsonElement type, InputShape? usual) =>
        type.ValueKind switch
        {
            JsonValueKind.Object => DynamicClassFactory.CreateType([
                .. type.EnumerateObject()
                    .Select(member => new DynamicProperty(member.Name, TypeOf(member.Value, null) ?? typeof(object))),
            ]),
            JsonValueKind.Array when type.GetArrayLength() == 1 => typeof(List<>).MakeGenericType(
                TypeOf(type[0], null) ?? typeof(object)
            ),
            JsonValueKind.String => WordType(type.GetString()!, usual),
            _ => null,
        };

    private static Type? WordType(string word, InputShape? usual)
    {
        if (Types.TryGetValue(word.TrimEnd('?'), out var type))
        {
            return word.EndsWith('?') && type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
        }

        return usual
            ?.Parameters.FirstOrDefault(parameter =>
                string.Equals(parameter.Name, word, StringComparison.OrdinalIgnoreCase)
            )
            ?.Type;
    }

    private static string? Missing(JsonElement value, Type type, string path)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return type == typeof(string) || Nullable.GetUnderlyingType(type) is not null ? null : path;
        }

        return value.ValueKind == JsonValueKind.Object && typeof(DynamicClass).IsAssignableFrom(type)
            ? type.GetProperties()
                .Where(member => member.GetIndexParameters().Length == 0 && member.DeclaringType == type)
                .Select(member => Missing(Find(value, member.Name), member.PropertyType, $"{path}.{member.Name}"))
                .FirstOrDefault(found => found is not null)
            : null;
    }

    private static JsonElement Find(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var value) ? value : default;

    private static JsonElement Member(RuleSet ruleSet, string name)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        return ruleSet
            .Extra.FirstOrDefault(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase))
            .Value;
    }
}
