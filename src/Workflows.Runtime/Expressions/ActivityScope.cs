using Workflows.Expressions;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Expressions;

/// <summary>What expressions of a running activity see by name: variables first, then inputs of the workflow.</summary>
/// <param name="context">The run; functions the host adds to scripts reach it through this.</param>
public sealed class ActivityScope(ActivityExecutionContext context) : Scope
{
    private const string VariablePrefix = "Variables.";
    private const string InputPrefix = "Input.";

    /// <summary>The run.</summary>
    public ActivityExecutionContext Context { get; } = context;

    /// <inheritdoc />
    public override bool TryGet(string name, out object? value)
    {
        if (name.StartsWith(VariablePrefix, StringComparison.Ordinal))
        {
            return Context.TryGetVariable(name[VariablePrefix.Length..], out value);
        }
        if (name.StartsWith(InputPrefix, StringComparison.Ordinal))
        {
            return Context.TryGetInput(name[InputPrefix.Length..], out value);
        }
        return Context.TryGetVariable(name, out value)
            || Context.TryGetInput(name, out value)
            || TryGetFact(name, out value);
    }

    private bool TryGetFact(string name, out object? value)
    {
        var instance = Context.Instance;
        value = name switch
        {
            "CorrelationId" => instance.CorrelationId,
            "WorkflowInstanceId" => instance.Id.ToString("N"),
            "WorkflowDefinitionId" => instance.Graph.DefinitionId,
            "WorkflowDefinitionVersion" => instance.Graph.Version,
            _ => this,
        };
        if (!ReferenceEquals(value, this))
        {
            return true;
        }
        value = null;
        return false;
    }
}
