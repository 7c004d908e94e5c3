using System.Text.Json;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Activities;

/// <summary>
/// An activity that says itself when it is complete. One object serves every run of a definition version:
/// keep no state of a run in it, use the context's properties and variables instead.
/// </summary>
public abstract class Activity : IActivity
{
    /// <summary>Creates the activity with the type name its <see cref="ActivityAttribute"/> declares.</summary>
    protected Activity()
    {
        var type = ActivityTypeName.Of(GetType());
        Type = type.Name;
        Version = type.Version;
    }

    /// <inheritdoc />
    public string Id { get; set; } = "";

    /// <inheritdoc />
    public string? Name { get; set; }

    /// <inheritdoc />
    public string Type { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>Whether a trigger or a start request may begin the workflow here. The default is false.</summary>
    public bool CanStartWorkflow { get; set; }

    /// <summary>The document's <c>customProperties</c>, kept for whoever knows them; null when there are none.</summary>
    public JsonElement? CustomProperties { get; set; }

    /// <summary>The place in the compiled graph, set once by the compiler.</summary>
    internal GraphNode? Node { get; set; }

    /// <summary>Whether the engine completes the activity when it neither waits nor scheduled anything.</summary>
    internal virtual bool CompletesItself => false;

    /// <summary>The callback of every child it schedules, where there is only one; stored instances then need no name for it.</summary>
    internal virtual ActivityCompletionCallback? ChildCallback => null;

    /// <summary>Runs the activity. The default calls <see cref="Execute"/>.</summary>
    /// <param name="context">The run.</param>
    protected virtual ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        Execute(context);
        return default;
    }

    /// <summary>Runs the activity when it has nothing to await.</summary>
    /// <param name="context">The run.</param>
    protected virtual void Execute(ActivityExecutionContext context) { }

    /// <summary>Called once before an execution of it counts as complete.</summary>
    internal virtual void OnCompleting(ActivityExecutionContext frame) { }

    internal ValueTask InvokeAsync(ActivityExecutionContext context) => ExecuteAsync(context);
}
