namespace Workflows.Runtime.Activities;

/// <summary>Reads inputs both while a trigger is indexed, without any run, and while it runs.</summary>
public sealed class ExpressionExecutionContext
{
    private readonly ActivityExecutionContext? _run;
    private readonly TriggerIndexingContext? _indexing;

    internal ExpressionExecutionContext(ActivityExecutionContext run) => _run = run;

    internal ExpressionExecutionContext(TriggerIndexingContext indexing) => _indexing = indexing;

    /// <summary>The value of an input; while a trigger is indexed only of one that needs no run.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="input">The input.</param>
    public T? Get<T>(Input<T>? input) => _run is null ? _indexing!.Get(input) : _run.Get(input);
}
