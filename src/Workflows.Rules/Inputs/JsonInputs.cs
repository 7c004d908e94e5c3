using System.Globalization;
using System.Text.Json;
using Workflows.Expressions;
using Workflows.Rules.Binding;
using Workflows.Rules.Catalog;
using Workflows.Rules.Json;
using Workflows.Rules.Model;

namespace Workflows.Rules.Inputs;

/// <summary>Makes the inputs of a question from one JSON value, as people write it by hand.</summary>
public static class JsonInputs
{
    private const string FirstPositional = "input1";

    /// <summary>Reads inputs: the members of an object by name, or positional ones as RulesEngine names them.</summary>
    /// <param name="ruleSet">The rule set that will be asked.</param>
    /// <param name="json">
    /// An object with one member an input; a list, whose items are <c>input1</c>, <c>input2</c> …; or the value of
    /// <c>input1</c> itself, where the rules use that name and the object has no such member.
    /// </param>
    public static IReadOnlyList<RuleInput> Of(RuleSet ruleSet, JsonElement json)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        if (json.ValueKind == JsonValueKind.Array)
        {
            return
            [
                .. json.EnumerateArray()
                    .Select(
                        (item, index) =>
                            new RuleInput(string.Create(CultureInfo.InvariantCulture, $"input{index + 1}"), item)
                    ),
            ];
        }

        return json.ValueKind == JsonValueKind.Object && !IsFirstInput(ruleSet, json)
            ? [.. json.EnumerateObject().Select(member => new RuleInput(member.Name, member.Value))]
            : [new RuleInput(FirstPositional, json)];
    }

    /// <summary>The types under which a rule set sees inputs like these.</summary>
    /// <param name="ruleSet">The rule set; where a value leaves a choice, its expressions decide.</param>
    /// <param name="inputs">A sample.</param>
    /// <param name="expected">The types of typed inputs, if known.</param>
    public static InputShape ShapeOf(RuleSet ruleSet, IReadOnlyList<RuleInput> inputs, InputShape? expected = null)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(inputs);
        var library = new RuleLibrary([ruleSet]);
        var fitting = new InputFitting(
            RuleSetWriter.Write(ruleSet),
            shape => RuleSetBinder.Bind(ruleSet, shape, library, []).Diagnostics
        );
        return fitting.Read(inputs, expected).Shape;
    }

    private static bool IsFirstInput(RuleSet ruleSet, JsonElement json) =>
        Identifiers.Mentions(RuleSetWriter.Write(ruleSet), FirstPositional)
        && !json.EnumerateObject()
            .Any(member => string.Equals(member.Name, FirstPositional, StringComparison.OrdinalIgnoreCase));
}
