using System.Globalization;
using Workflows.Runtime.Activities;

namespace Workflows.Host.Http.Activities;

/// <summary>
/// Fetches a file and goes on by the status of the answer. The file becomes a value of the instance, so it has to be small; it is fetched from
/// public addresses only, unless the installation says otherwise.
/// </summary>
[Activity(
    "Elsa",
    "HTTP",
    "Fetches a file and goes on by the status of the answer.",
    DisplayName = "Download File",
    Kind = ActivityKind.Task
)]
[Resilience("HTTP")]
internal sealed class DownloadHttpFile : HttpRequestActivity, IDynamicOutcomes
{
    private const long StandardSize = 1024 * 1024;
    private const long LargestSize = 4 * StandardSize;

    /// <summary>The statuses with an outcome of their own. The default is 200.</summary>
    [Input(Description = "The statuses with an outcome of their own.", UIHint = InputUIHints.MultiText)]
    public Input<ICollection<int>> ExpectedStatusCodes { get; set; } = new([200]);

    /// <summary>What the request says: text as it is, everything else as JSON.</summary>
    [Input(DisplayName = "Content", Description = "What the request says.", UIHint = InputUIHints.MultiLine)]
    public Input<object?> RequestContent { get; set; } = default!;

    /// <summary>The type of what the request says. The default is JSON.</summary>
    [Input(DisplayName = "Content Type", Description = "The type of the body.")]
    public Input<string> RequestContentType { get; set; } = default!;

    /// <summary>The largest file in bytes. The default is 1 MiB, 4 MiB the most.</summary>
    [Input(
        DisplayName = "Largest Size",
        Description = "The largest file in bytes.",
        Category = "Limits",
        DefaultValue = StandardSize,
        Minimum = 1L,
        Maximum = LargestSize
    )]
    public Input<long> SizeLimit { get; set; } = new(StandardSize);

    /// <summary>The file: its name, type, length and content, as a file response takes it.</summary>
    [Output(Description = "The file, as a file response takes it.")]
    public Output<object>? Response { get; set; }

    /// <summary>As <see cref="ResponseContentBytes"/>: what is stored with an instance cannot be a stream.</summary>
    [Output(Description = "The file's bytes.")]
    public Output<byte[]>? ResponseContentStream { get; set; }

    /// <summary>The file's bytes.</summary>
    [Output(Description = "The file's bytes.")]
    public Output<byte[]>? ResponseContentBytes { get; set; }

    /// <summary>The headers that speak of the file.</summary>
    [Output(Description = "The headers that speak of the file.")]
    public Output<object>? ResponseContentHeaders { get; set; }

    /// <summary>As <see cref="Response"/>.</summary>
    [Output(Description = "The file, as a file response takes it.")]
    public Output<object>? Result { get; set; }

    /// <inheritdoc />
    public IReadOnlyList<string>? GetPossibleOutcomes() => null;

    /// <inheritdoc />
    protected override object? BodyOf(ActivityExecutionContext context) => RequestContent.Get(context);

    /// <inheritdoc />
    protected override string? TypeOf(ActivityExecutionContext context) => RequestContentType.Get(context);

    /// <inheritdoc />
    protected override long? LargestFile(ActivityExecutionContext context) =>
        Math.Clamp(SizeLimit.Get(context), 1, LargestSize);

    /// <inheritdoc />
    protected override void HandOut(ActivityExecutionContext context, HttpAnswer answer)
    {
        base.HandOut(context, answer);
        var bytes = answer.File ?? [];
        var file = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["fileName"] = answer.FileName ?? NameOf(Url.Get(context)),
            ["contentType"] = answer.ContentType,
            ["length"] = (long)bytes.Length,
            ["content"] = Convert.ToBase64String(bytes),
        };
        context.Set(Response, file);
        context.Set(Result, file);
        context.Set(ResponseContentBytes, bytes);
        context.Set(ResponseContentStream, bytes);
        context.Set(
            ResponseContentHeaders,
            answer
                .Headers.Where(header => header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <inheritdoc />
    protected override ValueTask AnsweredAsync(ActivityExecutionContext context, HttpAnswer answer)
    {
        var expected = ExpectedStatusCodes.Get(context) ?? [];
        return expected.Count == 0 ? context.CompleteActivityAsync()
            : expected.Contains(answer.StatusCode ?? 0)
                ? context.CompleteActivityWithOutcomesAsync(
                    answer.StatusCode!.Value.ToString(CultureInfo.InvariantCulture),
                    "Done"
                )
            : context.CompleteActivityWithOutcomesAsync(HttpOutcomes.Unmatched, "Done");
    }

    /// <inheritdoc />
    protected override ValueTask FailedAsync(ActivityExecutionContext context, bool isTimeout) =>
        context.CompleteActivityWithOutcomesAsync(isTimeout ? HttpOutcomes.TimedOut : HttpOutcomes.NotConnected);

    private static string NameOf(Uri? url) =>
        url?.Segments[^1].Trim('/') is { Length: > 0 } name ? Uri.UnescapeDataString(name) : "file";
}
