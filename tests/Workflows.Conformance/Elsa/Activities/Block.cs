using Workflows.Runtime.Activities;

namespace Workflows.Conformance.Elsa.Activities;

[Activity("Test")]
public sealed class Block : Activity
{
    public Input<string> BookmarkName { get; set; } = default!;

    protected override void Execute(ActivityExecutionContext context)
    {
        var name = BookmarkName.Get(context) ?? Id;
        context.CreateBookmark(
            new CreateBookmarkArgs
            {
                Payload = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = name },
                Callback = ResumedAsync,
            }
        );
    }

    private static ValueTask ResumedAsync(ActivityExecutionContext context) =>
        context.WorkflowInput.GetValueOrDefault("outcome") is string outcome
            ? context.CompleteActivityWithOutcomesAsync(Outcome.Split(outcome))
            : context.CompleteActivityAsync();
}
