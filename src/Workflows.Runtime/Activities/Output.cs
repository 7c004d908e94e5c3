namespace Workflows.Runtime.Activities;

/// <summary>Where a value an activity produces goes: a variable, an output of the workflow, or nowhere. See <see cref="Output{T}"/>.</summary>
public class Output
{
    /// <summary>An output that is not captured.</summary>
    public Output() { }

    /// <summary>An output captured by a variable.</summary>
    /// <param name="variable">The variable.</param>
    public Output(Variable variable) => Variable = variable;

    /// <summary>The id of a variable or the name of a workflow output; null when it is not captured.</summary>
    public string? MemoryReference { get; internal set; }

    /// <summary>The capturing variable; null when there is none.</summary>
    public Variable? Variable { get; internal set; }

    /// <summary>The capturing output of the workflow; null when there is none.</summary>
    public string? WorkflowOutput { get; internal set; }

    /// <summary>The name of the activity's property, set by the compiler.</summary>
    public string Name { get; internal set; } = "";
}
