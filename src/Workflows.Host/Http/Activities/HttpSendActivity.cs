using Workflows.Runtime.Activities;

namespace Workflows.Host.Http.Activities;

/// <summary>What activities have in common that send a request and read the answer as text or JSON.</summary>
internal abstract class HttpSendActivity : HttpRequestActivity
{
    /// <summary>The body: text as it is, everything else as JSON.</summary>
    [Input(Description = "What the request says.", UIHint = InputUIHints.MultiLine)]
    public Input<object?> Content { get; set; } = default!;

    /// <summary>The body's type. The default is JSON.</summary>
    [Input(
        Description = "The type of the body.",
        UIHint = InputUIHints.DropDown,
        Options = new[]
        {
            "",
            "text/plain",
            "text/html",
            "application/json",
            "application/xml",
            "application/x-www-form-urlencoded",
        }
    )]
    public Input<string> ContentType { get; set; } = default!;

    /// <summary>Kept for documents; the header is sent as it is.</summary>
    [Input(Description = "Whether any text is accepted as Authorization header.", Category = "Security")]
    public Input<bool> DisableAuthorizationHeaderValidation { get; set; } = new(false);

    /// <summary>The answer's body: JSON as a value, else text.</summary>
    [Output(Description = "The body of the answer.")]
    public Output<object>? ParsedContent { get; set; }

    /// <summary>As <see cref="ParsedContent"/>.</summary>
    [Output(Description = "The body of the answer.")]
    public Output<object>? Result { get; set; }

    /// <inheritdoc />
    protected override object? BodyOf(ActivityExecutionContext context) => Content.Get(context);

    /// <inheritdoc />
    protected override string? TypeOf(ActivityExecutionContext context) => ContentType.Get(context);

    /// <inheritdoc />
    protected override void HandOut(ActivityExecutionContext context, HttpAnswer answer)
    {
        base.HandOut(context, answer);
        context.Set(ParsedContent, answer.ParsedContent);
        context.Set(Result, answer.ParsedContent);
    }
}
