using System.Net;
using System.Text.Json;
using Workflows.Runtime.Activities;

namespace Workflows.Host.Http.Activities;

/// <summary>
/// What activities that send a request have in common: the request leaves when the turn is committed, and the answer resumes the activity. The
/// wait for the answer is also the lease on the request: when nobody has reported until then, it is sent again, with the same key.
/// </summary>
internal abstract class HttpRequestActivity : Activity
{
    /// <summary>The name of the bookmark that waits for an answer.</summary>
    public const string BookmarkName = "Workflows.HttpCall";

    private const string Sent = "Sent";
    private const int MostTimes = 3;

    /// <summary>The absolute address.</summary>
    [Input(Description = "The absolute address.", IsRequired = true, Order = -2)]
    public Input<Uri> Url { get; set; } = default!;

    /// <summary>The method. The default is GET.</summary>
    [Input(
        Description = "The method.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" },
        DefaultValue = "GET",
        Order = -1
    )]
    public Input<string> Method { get; set; } = new("GET");

    /// <summary>The <c>Authorization</c> header; stays out of the journal.</summary>
    [Input(Description = "The Authorization header.", Category = "Security", IsSensitive = true)]
    public Input<string> Authorization { get; set; } = default!;

    /// <summary>Further headers.</summary>
    [Input(Description = "Further headers.", UIHint = InputUIHints.JsonEditor, Category = "Advanced")]
    public Input<IDictionary<string, string>> RequestHeaders { get; set; } = default!;

    /// <summary>The answer's status.</summary>
    [Output(Description = "The status of the answer.")]
    public Output<int>? StatusCode { get; set; }

    /// <summary>The answer's headers.</summary>
    [Output(Description = "The headers of the answer.")]
    public Output<object>? ResponseHeaders { get; set; }

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context) => Send(context);

    /// <summary>What the request says; null for nothing.</summary>
    protected abstract object? BodyOf(ActivityExecutionContext context);

    /// <summary>The type of what it says; null for JSON.</summary>
    protected abstract string? TypeOf(ActivityExecutionContext context);

    /// <summary>The largest file in bytes, where the answer is taken as a file; null where it is text.</summary>
    protected virtual long? LargestFile(ActivityExecutionContext context) => null;

    /// <summary>Goes on after an answer.</summary>
    protected abstract ValueTask AnsweredAsync(ActivityExecutionContext context, HttpAnswer answer);

    /// <summary>Goes on when there is no answer.</summary>
    protected abstract ValueTask FailedAsync(ActivityExecutionContext context, bool isTimeout);

    /// <summary>Hands the answer out.</summary>
    protected virtual void HandOut(ActivityExecutionContext context, HttpAnswer answer)
    {
        context.Set(StatusCode, answer.StatusCode);
        context.Set(ResponseHeaders, answer.Headers);
    }

    private void Send(ActivityExecutionContext context)
    {
        if (Url.Get(context) is not { IsAbsoluteUri: true, Scheme: "http" or "https" } url)
        {
            throw new FaultException("BadAddress", $"'{Url.Get(context)}' is not an absolute http or https address.");
        }

        context.SetProperty(Sent, context.GetProperty<int>(Sent) + 1);
        var content = BodyOf(context);
        var bookmark = context.CreateBookmark(
            new CreateBookmarkArgs
            {
                BookmarkName = BookmarkName,
                Payload = url.GetLeftPart(UriPartial.Path),
                DueAt = context.Now + (2 * HttpCaller.Patience),
                Callback = ResumeAsync,
            }
        );
        context.Emit(
            new HttpCall(
                context.EffectKey(),
                context.Instance.Id,
                bookmark.Id,
                (Method.Get(context) ?? "GET").ToUpperInvariant(),
                url,
                HeadersOf(context),
                content as string
                    ?? (content is null ? null : JsonSerializer.Serialize(content, JsonSerializerOptions.Web)),
                TypeOf(context) is { Length: > 0 } type ? type : null,
                LargestFile(context)
            )
        );
    }

    private Dictionary<string, string> HeadersOf(ActivityExecutionContext context)
    {
        var headers = new Dictionary<string, string>(
            RequestHeaders.Get(context) ?? new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
            StringComparer.OrdinalIgnoreCase
        );
        if (Authorization.Get(context) is { Length: > 0 } authorization)
        {
            headers["Authorization"] = authorization;
        }

        return headers;
    }

    private ValueTask ResumeAsync(ActivityExecutionContext context)
    {
        // A timer brings no answer: whoever was to send the request is gone.
        if (HttpAnswer.FromPayload(context.StimulusPayload) is not { } answer)
        {
            if (context.GetProperty<int>(Sent) >= MostTimes)
            {
                return FailAsync(context, HttpAnswer.Timeout, "No answer.");
            }

            Send(context);
            return default;
        }

        if (answer.Failure is { } failure)
        {
            return FailAsync(context, failure, answer.Reason);
        }

        if (answer.StatusCode >= (int)HttpStatusCode.InternalServerError && context.MayTryAgain)
        {
            throw new FaultException("HttpFailed", $"The answer was {answer.StatusCode}.", isRetryable: true);
        }

        HandOut(context, answer);
        return AnsweredAsync(context, answer);
    }

    private ValueTask FailAsync(ActivityExecutionContext context, string failure, string? reason)
    {
        if (context.MayTryAgain)
        {
            throw new FaultException("HttpFailed", reason ?? failure, isRetryable: true);
        }

        context.JournalData["error"] = reason;
        return FailedAsync(context, failure is HttpAnswer.Timeout);
    }
}
