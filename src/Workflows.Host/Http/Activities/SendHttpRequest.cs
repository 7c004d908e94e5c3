using Workflows.Runtime.Activities;

namespace Workflows.Host.Http.Activities;

/// <summary>Sends a request and does what is said for the status of the answer.</summary>
[Activity(
    "Elsa",
    "HTTP",
    "Sends a request and does what is said for the status of the answer.",
    DisplayName = "HTTP Request",
    Kind = ActivityKind.Task
)]
[Resilience("HTTP")]
internal sealed class SendHttpRequest : HttpSendActivity
{
    /// <summary>What is done for which status.</summary>
    [Input(Description = "What is done for which status.", UIHint = InputUIHints.HttpStatusCodes)]
    public IList<HttpStatusCodeCase> ExpectedStatusCodes { get; set; } = [];

    /// <summary>What is done after an answer of another status.</summary>
    [Port]
    public IActivity? UnmatchedStatusCode { get; set; }

    /// <summary>What is done when nobody answers at the address.</summary>
    [Port]
    public IActivity? FailedToConnect { get; set; }

    /// <summary>What is done when the answer does not come in time.</summary>
    [Port]
    public IActivity? Timeout { get; set; }

    /// <inheritdoc />
    protected override ValueTask AnsweredAsync(ActivityExecutionContext context, HttpAnswer answer) =>
        context.ScheduleActivityAsync(
            ExpectedStatusCodes.FirstOrDefault(one => one.StatusCode == answer.StatusCode)?.Activity
                ?? UnmatchedStatusCode,
            OnDoneAsync
        );

    /// <inheritdoc />
    protected override ValueTask FailedAsync(ActivityExecutionContext context, bool isTimeout)
    {
        if ((isTimeout ? Timeout : FailedToConnect) is { } reaction)
        {
            return context.ScheduleActivityAsync(reaction, OnDoneAsync);
        }

        throw new FaultException(
            isTimeout ? "HttpTimeout" : "HttpNotConnected",
            isTimeout ? "The answer did not come in time." : "Nobody answers at the address."
        );
    }

    private static ValueTask OnDoneAsync(ActivityCompletedContext context) => context.CompleteActivityAsync();
}
