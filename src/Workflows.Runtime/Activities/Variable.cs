using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Activities;

/// <summary>A named place for a value, declared by a workflow or a container; each execution of that container has its own.</summary>
public class Variable
{
    /// <summary>Declares a variable of any type.</summary>
    /// <param name="name">The name expressions use.</param>
    /// <param name="value">The first value of each execution.</param>
    /// <param name="id">Identifies it in documents; null takes the name.</param>
    public Variable(string name, object? value = null, string? id = null)
    {
        Name = name;
        Id = id ?? name;
        Value = value;
    }

    /// <summary>Identifies the variable in documents.</summary>
    public string Id { get; }

    /// <summary>The name expressions use.</summary>
    public string Name { get; }

    /// <summary>The first value of each execution.</summary>
    public object? Value { get; }

    /// <summary>The type values are converted to by <c>SetVariable</c>.</summary>
    public virtual Type Type => DeclaredType;

    internal Type DeclaredType { get; init; } = typeof(object);

    /// <summary>The container that declares it, set by the compiler; null when nothing in scope does.</summary>
    internal GraphNode? Owner { get; set; }

    internal int Slot { get; set; }

    /// <summary>The value in the nearest enclosing execution.</summary>
    /// <param name="context">The run.</param>
    public object? Get(ActivityExecutionContext context) => context.ReadVariable(this);

    /// <summary>Sets the value in the nearest enclosing execution.</summary>
    /// <param name="context">The run.</param>
    /// <param name="value">The value.</param>
    public void Set(ActivityExecutionContext context, object? value) => context.WriteVariable(this, value);
}
