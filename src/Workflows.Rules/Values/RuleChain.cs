using Workflows.Expressions;
using Workflows.Rules.Binding;
using Workflows.Rules.Catalog;

namespace Workflows.Rules.Values;

/// <summary>
/// Rule sets of which each sees the values of those before it as inputs of their names: a tier first, then the discount
/// for the tier. A chain is a list, so it has no circle; every link is judged like any rule set.
/// </summary>
public sealed class RuleChain
{
    private readonly RuleChainStep[] _steps;

    /// <summary>Makes a chain.</summary>
    /// <param name="steps">The rule sets in the order in which they are asked; their names differ, whatever their case.</param>
    /// <exception cref="ArgumentException">There is no step, a name is no identifier, or two names are the same.</exception>
    public RuleChain(IReadOnlyList<RuleChainStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.Count == 0)
        {
            throw new ArgumentException("A chain has at least one rule set.", nameof(steps));
        }

        if (steps.FirstOrDefault(step => !Identifiers.IsIdentifier(step.Name)) is { } unnamed)
        {
            throw new ArgumentException($"'{unnamed.Name}' cannot be the name of an input.", nameof(steps));
        }

        if (steps.DistinctBy(step => step.Name, StringComparer.OrdinalIgnoreCase).Count() != steps.Count)
        {
            throw new ArgumentException("Two rule sets of the chain have one name.", nameof(steps));
        }

        _steps = [.. steps];
    }

    /// <summary>Asks the rule sets one after the other.</summary>
    /// <param name="inputs">The inputs of the first one, by name; the others see them, too.</param>
    /// <param name="expected">The types that JSON inputs stand for, if known.</param>
    /// <returns>The value of each rule set, in the order of the chain; the last one is the chain's.</returns>
    /// <exception cref="RuleSetException">A rule set does not type-check with inputs of these types.</exception>
    public IReadOnlyList<RuleValue> Evaluate(IReadOnlyList<RuleInput> inputs, InputShape? expected = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var known = inputs.ToList();
        var values = new RuleValue[_steps.Length];
        for (var index = 0; index < _steps.Length; index++)
        {
            values[index] = _steps[index].RuleSet.First(known, expected);
            known.Add(new RuleInput(_steps[index].Name, values[index].Value));
        }

        return values;
    }
}
