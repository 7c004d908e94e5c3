using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Activities.Waiting;

/// <summary>Asks someone outside to do a task and waits for the report.</summary>
[Activity("Elsa", "Primitives", "Asks someone outside to do a task and waits for the report.")]
public sealed class RunTask : Activity
{
    /// <summary>The name of stimuli that report tasks; their key is the task's id.</summary>
    public const string StimulusName = "Elsa.RunTask";

    /// <summary>What is to be done.</summary>
    [Input(Description = "What is to be done.", IsRequired = true)]
    public Input<string> TaskName { get; set; } = default!;

    /// <summary>With what.</summary>
    [Input(Description = "With what.")]
    public Input<IDictionary<string, object?>> Payload { get; set; } = default!;

    /// <summary>The id the report must carry.</summary>
    [Output(Description = "The id the report must carry.")]
    public Output<string>? TaskId { get; set; }

    /// <summary>What the report says.</summary>
    [Output(Description = "What the report says.")]
    public Output<object>? Result { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        var key = context.EffectKey();
        var taskId = StableId.Of(key).ToString("N");
        var name = TaskName.Get(context) ?? "";
        context.Set(TaskId, taskId);
        context.CreateBookmark(
            new CreateBookmarkArgs
            {
                BookmarkName = StimulusName,
                Stimulus = taskId,
                Payload = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["taskId"] = taskId,
                    ["taskName"] = name,
                },
                Callback = OnReportedAsync,
                IncludeActivityInstanceId = false,
            }
        );
        var payload = Payload.Get(context);
        context.Emit(new RequestTask(key, taskId, name, payload?.AsReadOnly(), context.Instance.Id));
    }

    private ValueTask OnReportedAsync(ActivityExecutionContext context)
    {
        context.Set(Result, context.StimulusPayload);
        return context.CompleteActivityAsync();
    }
}
