using System.Net;
using System.Text;
using System.Text.Json;
using Workflows.Runtime.Activities;

namespace Workflows.Host.Http.Activities;

/// <summary>Answers the request that reached the workflow. The answer leaves when the turn is committed.</summary>
[Activity("Elsa", "HTTP", "Answers the request that reached the workflow.", DisplayName = "HTTP Response")]
internal sealed class WriteHttpResponse : CodeActivity
{
    /// <summary>The status. The default is 200.</summary>
    [Input(Description = "The status of the answer.", UIHint = InputUIHints.DropDown, DefaultValue = HttpStatusCode.OK)]
    public Input<HttpStatusCode> StatusCode { get; set; } = new(HttpStatusCode.OK);

    /// <summary>The body: text as it is, everything else as JSON.</summary>
    [Input(Description = "What the answer says.")]
    public Input<object?> Content { get; set; } = default!;

    /// <summary>The body's type; nothing means plain text, or JSON for everything but text.</summary>
    [Input(Description = "The type of the body.", UIHint = InputUIHints.SingleLine)]
    public Input<string> ContentType { get; set; } = default!;

    /// <summary>Further headers.</summary>
    [Input(
        DisplayName = "Headers",
        Description = "Further headers.",
        UIHint = InputUIHints.JsonEditor,
        Category = "Advanced"
    )]
    public Input<IDictionary<string, string>> ResponseHeaders { get; set; } = default!;

    /// <inheritdoc />
    protected override void Execute(ActivityExecutionContext context)
    {
        var content = Content.Get(context);
        var type = ContentType.Get(context);
        var body = content switch
        {
            null => [],
            string text => Encoding.UTF8.GetBytes(text),
            byte[] bytes => bytes,
            _ => JsonSerializer.SerializeToUtf8Bytes(content, JsonSerializerOptions.Web),
        };
        var standard = content is string or byte[] or null ? "text/plain; charset=utf-8" : "application/json";
        var isAnswered = HttpRequestMark.Reply(
            context,
            (int)StatusCode.Get(context),
            body,
            string.IsNullOrWhiteSpace(type) ? standard : type,
            ResponseHeaders.Get(context)?.AsReadOnly()
        );
        if (!isAnswered)
        {
            context.JournalData["note"] = "No request waits for an answer.";
        }
    }
}
