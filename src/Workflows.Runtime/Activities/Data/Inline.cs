namespace Workflows.Runtime.Activities.Data;

/// <summary>Runs a piece of code of a workflow written in code; from a document it does nothing.</summary>
[Activity("Elsa", "Primitives", "Runs a piece of code.", IsBrowsable = false)]
public sealed class Inline : CodeActivity
{
    private readonly Func<ActivityExecutionContext, ValueTask>? _run;

    /// <summary>Creates an activity that does nothing.</summary>
    public Inline() { }

    /// <summary>Creates the activity.</summary>
    /// <param name="run">What it does.</param>
    public Inline(Func<ActivityExecutionContext, ValueTask> run) => _run = run;

    /// <summary>Creates the activity.</summary>
    /// <param name="run">What it does.</param>
    public Inline(Action<ActivityExecutionContext> run) =>
        _run = context =>
        {
            run(context);
            return default;
        };

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => _run?.Invoke(context) ?? default;
}
