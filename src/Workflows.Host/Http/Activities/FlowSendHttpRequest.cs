using System.Globalization;
using Workflows.Runtime.Activities;

namespace Workflows.Host.Http.Activities;

/// <summary>Sends a request and goes on by the status of the answer.</summary>
[Activity(
    "Elsa",
    "HTTP",
    "Sends a request and goes on by the status of the answer.",
    DisplayName = "HTTP Request (flow)",
    Kind = ActivityKind.Task
)]
[Resilience("HTTP")]
internal sealed class FlowSendHttpRequest : HttpSendActivity, IDynamicOutcomes
{
    /// <summary>The statuses with an outcome of their own. The default is 200.</summary>
    [Input(Description = "The statuses with an outcome of their own.", UIHint = InputUIHints.MultiText)]
    public Input<ICollection<int>> ExpectedStatusCodes { get; set; } = new([200]);

    /// <inheritdoc />
    public IReadOnlyList<string>? GetPossibleOutcomes() => null;

    /// <inheritdoc />
    protected override ValueTask AnsweredAsync(ActivityExecutionContext context, HttpAnswer answer)
    {
        var expected = ExpectedStatusCodes.Get(context) ?? [];
        return expected.Contains(answer.StatusCode ?? 0)
                ? context.CompleteActivityWithOutcomesAsync(
                    answer.StatusCode!.Value.ToString(CultureInfo.InvariantCulture),
                    "Done"
                )
            : expected.Count > 0 ? context.CompleteActivityWithOutcomesAsync(HttpOutcomes.Unmatched, "Done")
            : context.CompleteActivityAsync();
    }

    /// <inheritdoc />
    protected override ValueTask FailedAsync(ActivityExecutionContext context, bool isTimeout) =>
        context.CompleteActivityWithOutcomesAsync(isTimeout ? HttpOutcomes.TimedOut : HttpOutcomes.NotConnected);
}
