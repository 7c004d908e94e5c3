using System.Dynamic;
using System.Text.Json;
using RulesEngine.HelperFunctions;
using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Binding;
using Workflows.Rules.Catalog;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Inputs;

/// <summary>
/// Gives inputs their types. Typed objects keep theirs; dictionaries are typed as RulesEngine types them; JSON, which
/// says little about types, gets the natural ones, and where the rules do not type-check with those, the first other
/// ones with which they do: a null that is compared with a date is a date.
/// </summary>
internal sealed class InputFitting
{
    private const int MaxFits = 256;
    private const int MaxPlaces = 32;

    private readonly string _text;
    private readonly Func<InputShape, IReadOnlyList<Diagnostic>> _mistakes;
    private readonly BoundedCache<string, InputShape> _fits = new(MaxFits);

    /// <param name="text">The rule set's text; members it does not mention are not worth a trial.</param>
    /// <param name="mistakes">The diagnostics of the rule set with inputs of given types.</param>
    public InputFitting(string text, Func<InputShape, IReadOnlyList<Diagnostic>> mistakes)
    {
        _text = text;
        _mistakes = mistakes;
    }

    public ShapedInputs Read(IReadOnlyList<RuleInput> inputs, InputShape? expected)
    {
        var values = new object?[inputs.Count];
        var parameters = new InputParameter[inputs.Count];
        var hasJson = false;
        for (var index = 0; index < values.Length; index++)
        {
            var (name, value) = inputs[index];
            hasJson |= value is JsonElement;
            if (!TryType(value, out values[index], out var reason))
            {
                return new(InputShape.Empty, [], Unusable(name, reason));
            }

            parameters[index] = new InputParameter(
                name,
                TypeOf(values[index], Expected(expected, name) ?? inputs[index].DeclaredType)
            );
        }

        return hasJson ? ReadJson(inputs, parameters, values, expected) : new(new InputShape(parameters), values);
    }

    private ShapedInputs ReadJson(
        IReadOnlyList<RuleInput> inputs,
        InputParameter[] parameters,
        object?[] values,
        InputShape? expected
    )
    {
        JsonShape?[] shapes = [.. inputs.Select(input => input.Value is JsonElement json ? JsonShape.Of(json) : null)];
        var key = string.Concat(
            parameters.Select(
                (parameter, index) =>
                    $"{parameter.Name} {shapes[index]?.Signature ?? parameter.Type.AssemblyQualifiedName} {Expected(expected, parameter.Name)};"
            )
        );
        var shape = _fits.GetOrAdd(key, _ => Fit(parameters, shapes, expected));
        for (var index = 0; index < values.Length; index++)
        {
            if (inputs[index].Value is JsonElement json)
            {
                values[index] = JsonValues.Read(json, shape.Parameters[index].Type);
            }
        }

        return new ShapedInputs(shape, values);
    }

    private InputShape Fit(InputParameter[] parameters, JsonShape?[] shapes, InputShape? expected)
    {
        InputShape Shape(JsonTyping typing) =>
            new([.. parameters.Select((parameter, index) => Typed(parameter, shapes[index], typing, expected))]);

        var best = JsonTyping.Natural;
        var mistakes = Weigh(Shape(best));
        if (mistakes.Count == 0)
        {
            return Shape(best);
        }

        foreach (var (path, _, choices) in Places(parameters, shapes))
        {
            for (var choice = 0; choice < choices && mistakes.Count > 0; choice++)
            {
                var candidate = best.With(path, choice);
                var weighed = Weigh(Shape(candidate));
                if (weighed.CompareTo(mistakes) < 0)
                {
                    (best, mistakes) = (candidate, weighed);
                }
            }
        }

        return Shape(best);
    }

    private IEnumerable<(string Path, string Name, int Choices)> Places(
        InputParameter[] parameters,
        JsonShape?[] shapes
    ) =>
        shapes
            .SelectMany(
                (shape, index) =>
                    shape is null ? [] : JsonTyping.ChoicesOf(shape, parameters[index].Name, parameters[index].Name)
            )
            .Where(place => place.Choices > 1 && Identifiers.Mentions(_text, place.Name))
            .Take(MaxPlaces);

    // Fewer mistakes are better; with equally many, those further to the right are, since a parser stops at the first.
    private (int Count, int Progress) Weigh(InputShape shape)
    {
        var mistakes = _mistakes(shape);
        return (mistakes.Count, -mistakes.Sum(mistake => mistake.Span?.Start ?? 0));
    }

    private static InputParameter Typed(
        InputParameter parameter,
        JsonShape? shape,
        JsonTyping typing,
        InputShape? expected
    ) =>
        shape is null
            ? parameter
            : parameter with
            {
                Type = typing.TypeOf(shape, parameter.Name, Expected(expected, parameter.Name)),
            };

    private static bool TryType(object? value, out object? typed, out string reason)
    {
        (typed, reason) = (value, "");
        if (value is not (ExpandoObject or IDictionary<string, object>))
        {
            return true;
        }

        try
        {
            typed = Utils.GetTypedObject(value);
            return true;
        }
        // The package throws whatever the conversion it tried happened to throw.
        catch (Exception exception)
        {
            reason = exception.Message;
            return false;
        }
    }

    private static Diagnostic Unusable(string name, string reason) =>
        new(
            RuleDiagnosticCodes.UnusableInput,
            $"The input '{name}' has no single type: {reason}",
            name,
            Remedy: "Give all items of a list values of one type."
        );

    private static Type TypeOf(object? value, Type? expected) => value?.GetType() ?? expected ?? typeof(object);

    private static Type? Expected(InputShape? shape, string name) =>
        shape
            ?.Parameters.FirstOrDefault(parameter =>
                string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)
            )
            ?.Type;
}
