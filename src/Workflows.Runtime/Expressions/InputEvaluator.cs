using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Expressions;

/// <summary>A compiled expression of an input: immutable, shared by all runs.</summary>
public abstract class InputEvaluator
{
    /// <summary>The value for one run, in the type the input asked for when it was compiled.</summary>
    /// <param name="context">The run.</param>
    public abstract object? Evaluate(ActivityExecutionContext context);

    /// <summary>Whether a running instance is needed to know the value; false for a literal list, of which every run gets its own.</summary>
    internal virtual bool NeedsRun => true;
}
