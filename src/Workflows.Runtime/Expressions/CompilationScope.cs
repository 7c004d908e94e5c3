using Workflows.Expressions;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Expressions;

/// <summary>What the expressions of one graph share while it is compiled.</summary>
internal sealed class CompilationScope(IReadOnlyList<(string Name, Type Type)> inputTypes)
{
    private readonly Dictionary<GraphNode, ScriptGlobals> _globals = [];

    /// <summary>The workflow's declared inputs.</summary>
    public IReadOnlyList<(string Name, Type Type)> InputTypes { get; } = inputTypes;

    /// <summary>Whether a script was seen; only then outputs of activities are recorded for it.</summary>
    public bool UsesScripts { get; set; }

    public static IEnumerable<Variable> VariablesOf(GraphNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = node; current is not null; current = current.Parent)
        {
            foreach (var variable in current.Variables)
            {
                if (seen.Add(variable.Name))
                {
                    yield return variable;
                }
            }
        }
    }

    public static Variable? Find(GraphNode node, string? id, string? name)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            foreach (var variable in current.Variables)
            {
                if (string.Equals(variable.Id, id, StringComparison.Ordinal))
                {
                    return variable;
                }
            }
        }
        return name is null
            ? null
            : VariablesOf(node)
                .FirstOrDefault(variable => string.Equals(variable.Name, name, StringComparison.Ordinal));
    }

    /// <summary>Elsa's functions, with <c>getX</c> and <c>setX</c> for what the node's container can see.</summary>
    public ScriptGlobals GlobalsFor(GraphNode node, ExpressionRegistry registry)
    {
        var container = node.Parent ?? node;
        if (!_globals.TryGetValue(container, out var globals))
        {
            var variables = VariablesOf(node).Select(variable => variable.Name);
            globals = ElsaGlobals.Create(registry.Globals, variables, InputTypes.Select(input => input.Name));
            _globals[container] = globals;
        }
        return globals;
    }
}
