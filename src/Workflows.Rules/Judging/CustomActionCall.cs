using RulesEngine.Actions;
using RulesEngine.Models;
using Workflows.Rules.Catalog;

namespace Workflows.Rules.Judging;

/// <summary>One run of a registered action.</summary>
public sealed class CustomActionCall
{
    private readonly ActionContext _context;

    internal CustomActionCall(ActionContext context, IEnumerable<RuleParameter> inputs)
    {
        _context = context;
        Inputs = [.. inputs.Select(input => new RuleInput(input.Name, input.Value))];
    }

    /// <summary>The inputs of the question, then the global and the local parameters of the rule.</summary>
    public IReadOnlyList<RuleInput> Inputs { get; }

    /// <summary>Reads a setting of the action, whatever the case of its name.</summary>
    /// <typeparam name="T">Text, or anything its JSON can be read as.</typeparam>
    /// <exception cref="ArgumentException">The setting is missing or of another type.</exception>
    public T Setting<T>(string name) => _context.GetContext<T>(name);
}
