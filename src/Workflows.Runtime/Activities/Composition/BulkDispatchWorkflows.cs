using System.Collections;
using System.Globalization;
using System.Text.Json;
using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Activities.Composition;

/// <summary>
/// Starts another workflow once for each item of a list, and may wait until all of them have ended. Each end runs an embedded activity, which
/// sees the instance as the variable <c>ChildInstanceId</c> and its outputs as <c>ChildOutput</c>.
/// </summary>
[Activity(
    "Elsa",
    "Composition",
    "Starts another workflow once for each item of a list, and may wait for all of them.",
    Kind = ActivityKind.Task
)]
[FlowNode("Completed", "Canceled", "Done")]
public sealed class BulkDispatchWorkflows : Activity
{
    private const string Awaited = "Awaited";
    private const string Ended = "Ended";

    private ActivityCompletionCallback? _onHandled;

    /// <summary>The workflow.</summary>
    [Input(
        DisplayName = "Workflow Definition",
        Description = "The workflow.",
        UIHint = InputUIHints.WorkflowDefinitionPicker,
        IsRequired = true
    )]
    public Input<string> WorkflowDefinitionId { get; set; } = default!;

    /// <summary>One instance is started for each item. An item with names of its own is the instance's input.</summary>
    [Input(Description = "One instance is started for each item.")]
    public Input<object?> Items { get; set; } = default!;

    /// <summary>The input that holds the item when it has no names of its own. The default is <c>Item</c>.</summary>
    [Input(Description = "The input that holds the item when it is a plain value.", DefaultValue = "Item")]
    public Input<string> DefaultItemInputKey { get; set; } = new("Item");

    /// <summary>Works out an instance's correlation id; it sees the item under the name of <see cref="DefaultItemInputKey"/>.</summary>
    [Input(
        DisplayName = "Correlation ID Function",
        Description = "Works out each instance's correlation id from its item.",
        AutoEvaluate = false
    )]
    public Input<string> CorrelationIdFunction { get; set; } = default!;

    /// <summary>Input that all instances get.</summary>
    [Input(Description = "Input that all instances get.")]
    public Input<IDictionary<string, object?>> Input { get; set; } = default!;

    /// <summary>Whether to wait until all have ended. The default is true.</summary>
    [Input(DisplayName = "Wait for Completion", Description = "Whether to wait until all have ended.")]
    public Input<bool> WaitForCompletion { get; set; } = new(true);

    /// <summary>Whether each begins a trace of its own. Kept for documents; tracing is the host's.</summary>
    [Input(Description = "Whether it begins a trace of its own.", Category = "Open Telemetry")]
    public Input<bool> StartNewTrace { get; set; } = new(false);

    /// <summary>The channel they are dispatched to. Kept for documents; there is one queue.</summary>
    [Input(DisplayName = "Channel", Description = "The channel it is dispatched to.")]
    public Input<string> ChannelName { get; set; } = default!;

    /// <summary>What is done for each instance that has completed.</summary>
    [Port]
    public IActivity? ChildCompleted { get; set; }

    /// <summary>What is done for each instance that has failed, or could not be started.</summary>
    [Port]
    public IActivity? ChildFaulted { get; set; }

    internal override ActivityCompletionCallback ChildCallback => _onHandled ??= OnHandledAsync;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var definitionId = WorkflowDefinitionId.Get(context);
        if (string.IsNullOrEmpty(definitionId))
        {
            throw new FaultException("NoWorkflow", "No workflow is chosen.");
        }
        var items = ItemsOf(Items.Get(context));
        var waits = WaitForCompletion.Get(context) && items.Count > 0;
        var parent = waits ? Wait(context, items.Count) : null;
        for (var index = 0; index < items.Count; index++)
        {
            context.Emit(Child(context, definitionId, items[index], index, parent));
        }
        return waits ? default : context.CompleteActivityAsync();
    }

    private ParentLink Wait(ActivityExecutionContext context, int count)
    {
        context.SetProperty(Awaited, count);
        var bookmark = context.CreateBookmark(
            new CreateBookmarkArgs
            {
                Callback = OnReportedAsync,
                AutoBurn = false,
                AutoComplete = false,
            }
        );
        return new ParentLink(context.Instance.Id, context.Instance.Subject, bookmark.Id, WhenFinished: true);
    }

    private Execution.DispatchWorkflow Child(
        ActivityExecutionContext context,
        string definitionId,
        object? item,
        int index,
        ParentLink? parent
    )
    {
        var key = context.EffectKey(index.ToString(CultureInfo.InvariantCulture));
        return new Execution.DispatchWorkflow(
            key,
            definitionId,
            StableId.Of(key),
            context.Instance.Subject,
            InputFor(context, item),
            CorrelationIdFor(context, item),
            parent
        );
    }

    private Dictionary<string, object?> InputFor(ActivityExecutionContext context, object? item)
    {
        var input = new Dictionary<string, object?>(
            Input.Get(context) ?? new Dictionary<string, object?>(StringComparer.Ordinal),
            StringComparer.Ordinal
        )
        {
            ["ParentInstanceId"] = context.Instance.Id.ToString("N"),
        };
        if (item is not IDictionary<string, object?> own)
        {
            input[KeyOf(context)] = item;
            return input;
        }
        foreach (var (name, value) in own)
        {
            input[name] = value;
        }
        return input;
    }

    private string KeyOf(ActivityExecutionContext context) =>
        DefaultItemInputKey.Get(context) is { Length: > 0 } key ? key : "Item";

    private string? CorrelationIdFor(ActivityExecutionContext context, object? item)
    {
        if (CorrelationIdFunction.IsMissing)
        {
            return null;
        }
        context.SetOwnVariable(KeyOf(context), item);
        return CorrelationIdFunction.GetAhead(context) is { Length: > 0 } id ? id : null;
    }

    private ValueTask OnReportedAsync(ActivityExecutionContext context)
    {
        if (context.StimulusPayload is not ChildReport report)
        {
            return default;
        }
        var isFailure = report.Refusal is not null || report.SubStatus == WorkflowSubStatus.Faulted;
        if ((isFailure ? ChildFaulted : ChildCompleted) is not { } reaction)
        {
            return CountAsync(context);
        }
        return context.ScheduleActivityAsync(
            reaction,
            new ScheduleWorkOptions
            {
                CompletionCallback = ChildCallback,
                Variables =
                [
                    new Variable("ChildInstanceId", report.WorkflowInstanceId.ToString("N")),
                    new Variable("ChildOutput", new Dictionary<string, object?>(report.Output, StringComparer.Ordinal)),
                ],
            }
        );
    }

    private static ValueTask OnHandledAsync(ActivityCompletedContext context) => CountAsync(context.TargetContext);

    private static ValueTask CountAsync(ActivityExecutionContext context)
    {
        var ended = context.GetProperty<int>(Ended) + 1;
        context.SetProperty(Ended, ended);
        return ended >= context.GetProperty<int>(Awaited)
            ? context.CompleteActivityWithOutcomesAsync("Completed", "Done")
            : default;
    }

    private static List<object?> ItemsOf(object? source) =>
        source switch
        {
            null or "" => [],
            string text => Coerce.To<List<object?>>(text) ?? [],
            JsonElement json => Coerce.To<List<object?>>(json) ?? [],
            IDictionary<string, object?> one => [one],
            IEnumerable many => [.. many.Cast<object?>()],
            _ => [source],
        };
}
