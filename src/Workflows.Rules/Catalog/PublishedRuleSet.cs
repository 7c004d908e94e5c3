using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Compilation;
using Workflows.Rules.Explaining;
using Workflows.Rules.Model;

namespace Workflows.Rules.Catalog;

/// <summary>One version of a rule set, ready to be asked: by the compiled program where it fits, else by the judge. Safe on every thread.</summary>
public sealed class PublishedRuleSet
{
    private readonly PreparedRuleSet _prepared;
    private readonly InputShape? _shape;

    internal PublishedRuleSet(
        RuleSetVersion version,
        PreparedRuleSet prepared,
        InputShape? shape,
        IReadOnlyList<string> successEvents
    )
    {
        _prepared = prepared;
        _shape = shape;
        Name = version.Name;
        Version = version.Version;
        PublishedAt = version.PublishedAt;
        Period = version.Period;
        Compiled = shape is null ? null : prepared.Compile(shape).RuleSet;
        SuccessEvents = successEvents;
    }

    /// <summary>The rule set's name.</summary>
    public string Name { get; }

    /// <summary>The version, from 1.</summary>
    public int Version { get; }

    /// <summary>The instant of publication.</summary>
    public DateTimeOffset PublishedAt { get; }

    /// <summary>When the version is in force.</summary>
    public RulePeriod Period { get; }

    /// <summary>The rule set.</summary>
    public RuleSet RuleSet => _prepared.RuleSet;

    /// <summary>The events of the enabled rules, each once, in the document's order: the outcomes a journey can follow.</summary>
    public IReadOnlyList<string> SuccessEvents { get; }

    /// <summary>The program for the catalogue's inputs; null where only the judge may answer.</summary>
    public CompiledRuleSet? Compiled { get; }

    /// <summary>The rule sets it includes or asks.</summary>
    internal IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Asks all rules.</summary>
    /// <param name="inputs">The inputs, by name.</param>
    /// <param name="expected">The types that JSON inputs stand for; those of the catalogue unless given.</param>
    /// <exception cref="RuleSetException">The rule set does not type-check with inputs of these types.</exception>
    public RuleSetAnswer Evaluate(IReadOnlyList<RuleInput> inputs, InputShape? expected = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return (Arrange(inputs) is { } values ? Compiled!.Evaluate(values) : null)
            ?? _prepared.Evaluate(inputs, expected ?? _shape);
    }

    /// <summary>Asks for the first rule that holds; nothing else is worked out where the compiled program fits.</summary>
    /// <param name="inputs">The inputs, by name.</param>
    /// <exception cref="RuleSetException">The rule set does not type-check with inputs of these types.</exception>
    public RuleDecision Decide(IReadOnlyList<RuleInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return (Arrange(inputs) is { } values ? Compiled!.Decide(values) : null) ?? _prepared.Decide(inputs, _shape);
    }

    /// <summary>Explains the answer to a question, in words.</summary>
    /// <param name="inputs">The inputs, by name.</param>
    /// <param name="vocabulary">What people call the inputs' members.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="expected">The types that JSON inputs stand for; those of the catalogue unless given.</param>
    /// <exception cref="RuleSetException">The rule set does not type-check with inputs of these types.</exception>
    public RuleSetExplanation Explain(
        IReadOnlyList<RuleInput> inputs,
        Vocabulary vocabulary,
        Language language,
        InputShape? expected = null
    ) => _prepared.Judged.Explain(inputs, vocabulary, language, expected ?? _shape);

    /// <summary>Gets what explains many questions whose inputs have the same types.</summary>
    /// <param name="shape">The types of the inputs.</param>
    /// <exception cref="RuleSetException">The rule set does not type-check with inputs of these types.</exception>
    public RuleSetExplainer ExplainerFor(InputShape shape)
    {
        var explaining = _prepared.Judged.ExplainerFor(shape);
        return explaining.Explainer ?? throw new RuleSetException(Name, explaining.Diagnostics);
    }

    /// <summary>The inputs in the program's order, or null when they are not the program's.</summary>
    private object?[]? Arrange(IReadOnlyList<RuleInput> inputs)
    {
        if (Compiled?.Shape.Parameters is not { } parameters || parameters.Count != inputs.Count)
        {
            return null;
        }

        var values = new object?[parameters.Count];
        for (var index = 0; index < values.Length; index++)
        {
            if (
                Find(inputs, parameters[index].Name) is not { Value: { } value }
                || value.GetType() != parameters[index].Type
            )
            {
                return null;
            }

            values[index] = value;
        }

        return values;
    }

    private static RuleInput? Find(IReadOnlyList<RuleInput> inputs, string name)
    {
        for (var index = 0; index < inputs.Count; index++)
        {
            if (string.Equals(inputs[index].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return inputs[index];
            }
        }

        return null;
    }
}
