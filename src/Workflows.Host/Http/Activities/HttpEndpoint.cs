using Workflows.Expressions.Evaluation;
using Workflows.Runtime.Activities;

namespace Workflows.Host.Http.Activities;

/// <summary>Starts a workflow when a request comes to an address under <c>/hooks</c>; inside a workflow it waits for one.</summary>
[Activity(
    "Elsa",
    "HTTP",
    "Waits for a request to an address, or starts a workflow for it.",
    DisplayName = "HTTP Endpoint"
)]
internal sealed class HttpEndpoint : Trigger<object>, IDynamicOutcomes
{
    private const string RequestTooLarge = "Request too large";
    private const string FileTooLarge = "File too large";
    private const string InvalidExtension = "Invalid file extension";
    private const string InvalidType = "Invalid file MIME type";

    /// <summary>The path below <c>/hooks</c>; parameters stand in braces.</summary>
    [Input(
        Description = "The path below /hooks, for example orders/{id}.",
        IsRequired = true,
        Pattern = @"^[^\s?#]*$",
        PatternHint = "Write a path without blanks and without a query, for example orders/{id}."
    )]
    public Input<string> Path { get; set; } = default!;

    /// <summary>The methods it answers to. The default is GET.</summary>
    [Input(
        DisplayName = "Methods",
        Description = "The methods it answers to.",
        UIHint = InputUIHints.CheckList,
        Options = new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" },
        DefaultValue = new[] { "GET" }
    )]
    public Input<ICollection<string>> SupportedMethods { get; set; } = new(["GET"]);

    /// <summary>Whether only those who are signed in, or have a key, may call. The default is false.</summary>
    [Input(Description = "Whether the caller needs a key.", Category = "Security")]
    public Input<bool> Authorize { get; set; } = new(false);

    /// <summary>The authorisation policy callers have to meet; nothing means none.</summary>
    [Input(Description = "The policy the caller has to meet.", Category = "Security")]
    public Input<string> Policy { get; set; } = default!;

    /// <summary>How long the caller waits for the workflow's answer. The default is 30 seconds.</summary>
    [Input(Description = "How long the caller waits for the answer.", Category = "Limits", Minimum = "00:00:00.001")]
    public Input<TimeSpan?> RequestTimeout { get; set; } = default!;

    /// <summary>The largest request in bytes; nothing means the server's limit.</summary>
    [Input(Description = "The largest request in bytes.", Category = "Limits", Minimum = 1L)]
    public Input<long?> RequestSizeLimit { get; set; } = default!;

    /// <summary>The largest file in bytes; nothing means the server's limit.</summary>
    [Input(Description = "The largest file in bytes.", Category = "Limits", Minimum = 1L)]
    public Input<long?> FileSizeLimit { get; set; } = default!;

    /// <summary>The only file extensions accepted; nothing accepts all.</summary>
    [Input(Description = "The only file extensions accepted.", UIHint = InputUIHints.MultiText, Category = "Limits")]
    public Input<ICollection<string>> AllowedFileExtensions { get; set; } = default!;

    /// <summary>File extensions that are refused.</summary>
    [Input(Description = "File extensions that are refused.", UIHint = InputUIHints.MultiText, Category = "Limits")]
    public Input<ICollection<string>> BlockedFileExtensions { get; set; } = default!;

    /// <summary>The only file types accepted; nothing accepts all.</summary>
    [Input(
        DisplayName = "Allowed MIME Types",
        Description = "The only file types accepted.",
        UIHint = InputUIHints.MultiText,
        Category = "Limits"
    )]
    public Input<ICollection<string>> AllowedMimeTypes { get; set; } = default!;

    /// <summary>Whether too large a request goes on by an outcome of its own; otherwise it is refused.</summary>
    [Input(Description = "Go on by an outcome when the request is too large.", Category = "Outcomes")]
    public bool ExposeRequestTooLargeOutcome { get; set; }

    /// <summary>Whether too large a file goes on by an outcome of its own; otherwise it is refused.</summary>
    [Input(Description = "Go on by an outcome when a file is too large.", Category = "Outcomes")]
    public bool ExposeFileTooLargeOutcome { get; set; }

    /// <summary>Whether a wrong extension goes on by an outcome of its own; otherwise it is refused.</summary>
    [Input(Description = "Go on by an outcome when a file's extension is refused.", Category = "Outcomes")]
    public bool ExposeInvalidFileExtensionOutcome { get; set; }

    /// <summary>Whether a wrong file type goes on by an outcome of its own; otherwise it is refused.</summary>
    [Input(
        DisplayName = "Expose Invalid File MIME Type Outcome",
        Description = "Go on by an outcome when a file's type is refused.",
        Category = "Outcomes"
    )]
    public bool ExposeInvalidFileMimeTypeOutcome { get; set; }

    /// <summary>The body: JSON as a value, a form as names with values, else text.</summary>
    [Output(Description = "The body as a value.")]
    public Output<object>? ParsedContent { get; set; }

    /// <summary>The files of a form.</summary>
    [Output(Description = "The files of a form.")]
    public Output<object>? Files { get; set; }

    /// <summary>The first file of a form.</summary>
    [Output(Description = "The first file of a form.")]
    public Output<object>? File { get; set; }

    /// <summary>The parameters of the path.</summary>
    [Output(Description = "The parameters of the path.")]
    public Output<object>? RouteData { get; set; }

    /// <summary>The query's parameters.</summary>
    [Output(Description = "The parameters of the query.")]
    public Output<object>? QueryStringData { get; set; }

    /// <summary>The headers, those that prove who calls left out.</summary>
    [Output(Description = "The headers.")]
    public Output<object>? Headers { get; set; }

    /// <inheritdoc />
    public override string TriggerName => HttpKey.Stimulus;

    /// <inheritdoc />
    public IReadOnlyList<string> GetPossibleOutcomes()
    {
        (bool Is, string Name)[] exposed =
        [
            (ExposeRequestTooLargeOutcome, RequestTooLarge),
            (ExposeFileTooLargeOutcome, FileTooLarge),
            (ExposeInvalidFileExtensionOutcome, InvalidExtension),
            (ExposeInvalidFileMimeTypeOutcome, InvalidType),
        ];
        return ["Done", .. exposed.Where(outcome => outcome.Is).Select(outcome => outcome.Name)];
    }

    /// <inheritdoc />
    protected override IEnumerable<object?> GetTriggerPayloads(TriggerIndexingContext context)
    {
        var path = context.Get(Path) ?? "";
        var authorize = context.Get(Authorize);
        return (context.Get(SupportedMethods) ?? ["GET"]).Select(method => HttpKey.Of(path, method, authorize));
    }

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            await ReceiveAsync(context);
            return;
        }

        var path = Path.Get(context) ?? "";
        foreach (var method in SupportedMethods.Get(context) ?? ["GET"])
        {
            context.CreateBookmark(
                new CreateBookmarkArgs
                {
                    BookmarkName = HttpKey.Stimulus,
                    Stimulus = HttpKey.Of(path, method, Authorize.Get(context)),
                    Payload = new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        ["path"] = path,
                        ["method"] = method,
                    },
                    Callback = ReceiveAsync,
                    IncludeActivityInstanceId = false,
                }
            );
        }
    }

    private async ValueTask ReceiveAsync(ActivityExecutionContext context)
    {
        if (HttpPayload.Of(context.StimulusPayload) is not { } request)
        {
            await context.CompleteActivityAsync();
            return;
        }

        HttpRequestMark.Set(context, request.GetValueOrDefault("requestId") as string);
        if (Refusal(context, request) is { } refusal)
        {
            await RefuseAsync(context, refusal);
            return;
        }

        HandOut(context, request);
        await context.CompleteActivityAsync();
    }

    private void HandOut(ActivityExecutionContext context, Dictionary<string, object?> request)
    {
        var files = FilesOf(request);
        context.Set(Result, request);
        context.Set(
            ParsedContent,
            request.GetValueOrDefault("form")
                ?? HttpAnswer.Parse(
                    request.GetValueOrDefault("body") as string,
                    request.GetValueOrDefault("contentType") as string
                )
        );
        context.Set(Files, files);
        context.Set(File, files.FirstOrDefault());
        context.Set(RouteData, request.GetValueOrDefault("routeData"));
        context.Set(QueryStringData, request.GetValueOrDefault("query"));
        context.Set(Headers, request.GetValueOrDefault("headers"));
    }

    /// <summary>Why the request is not accepted; null when it is.</summary>
    private string? Refusal(ActivityExecutionContext context, Dictionary<string, object?> request)
    {
        if (RequestSizeLimit.Get(context) is { } largest && Coerce.To<long>(request["contentLength"]) > largest)
        {
            return RequestTooLarge;
        }

        var files = FilesOf(request).OfType<IDictionary<string, object?>>().ToList();
        if (FileSizeLimit.Get(context) is { } limit && files.Exists(file => Coerce.To<long>(file["length"]) > limit))
        {
            return FileTooLarge;
        }

        var extensions = files.ConvertAll(file => ExtensionOf(Coerce.To<string>(file["fileName"])));
        if (extensions.Exists(extension => !IsExtensionAllowed(context, extension)))
        {
            return InvalidExtension;
        }

        var types = AllowedMimeTypes.Get(context) ?? [];
        return
            types.Count > 0
            && files.Exists(file =>
                !types.Contains(Coerce.To<string>(file["contentType"]) ?? "", StringComparer.OrdinalIgnoreCase)
            )
            ? InvalidType
            : null;
    }

    private bool IsExtensionAllowed(ActivityExecutionContext context, string extension)
    {
        var allowed = AllowedFileExtensions.Get(context) ?? [];
        var blocked = BlockedFileExtensions.Get(context) ?? [];
        return (allowed.Count == 0 || allowed.Select(ExtensionOf).Contains(extension, StringComparer.Ordinal))
            && !blocked.Select(ExtensionOf).Contains(extension, StringComparer.Ordinal);
    }

    private ValueTask RefuseAsync(ActivityExecutionContext context, string refusal)
    {
        context.JournalData["refused"] = refusal;
        if (GetPossibleOutcomes().Contains(refusal, StringComparer.Ordinal))
        {
            return context.CompleteActivityWithOutcomesAsync(refusal);
        }

        var status = refusal is InvalidExtension or InvalidType
            ? StatusCodes.Status415UnsupportedMediaType
            : StatusCodes.Status413PayloadTooLarge;
        HttpRequestMark.Reply(
            context,
            status,
            System.Text.Encoding.UTF8.GetBytes(refusal),
            "text/plain; charset=utf-8"
        );
        return context.CompleteCompositeAsync();
    }

    private static List<object?> FilesOf(Dictionary<string, object?> request) =>
        request.GetValueOrDefault("files") is { } files ? Coerce.To<List<object?>>(files) ?? [] : [];

    private static string ExtensionOf(string? name) =>
        (System.IO.Path.GetExtension(name) is { Length: > 0 } extension ? extension : $".{name}").ToLowerInvariant();
}
