using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Activities.Composition;

/// <summary>What the activities that start other workflows have in common.</summary>
internal static class ChildWorkflow
{
    public static void Start(
        ActivityExecutionContext context,
        string? definitionId,
        string? correlationId,
        IDictionary<string, object?>? input,
        ExecuteActivityDelegate? onReport,
        bool whenFinished
    )
    {
        if (string.IsNullOrEmpty(definitionId))
        {
            throw new FaultException("NoWorkflow", "No workflow is chosen.");
        }
        var key = context.EffectKey();
        var childId = StableId.Of(key);
        ParentLink? parent = null;
        if (onReport is not null)
        {
            var payload = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["childInstanceId"] = childId.ToString("N"),
            };
            var bookmark = context.CreateBookmark(new CreateBookmarkArgs { Payload = payload, Callback = onReport });
            parent = new ParentLink(context.Instance.Id, context.Instance.Subject, bookmark.Id, whenFinished);
        }
        context.Emit(
            new Execution.DispatchWorkflow(
                key,
                definitionId,
                childId,
                context.Instance.Subject,
                input?.AsReadOnly(),
                string.IsNullOrEmpty(correlationId) ? null : correlationId,
                parent
            )
        );
    }

    public static ChildReport Report(ActivityExecutionContext context)
    {
        if (context.StimulusPayload is not ChildReport report)
        {
            throw new FaultException("NoReport", "The started workflow reported nothing.");
        }
        return report.Refusal is { } refusal ? throw new FaultException("NotStarted", refusal) : report;
    }
}
