using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Json;

namespace Workflows.Host.Api;

/// <summary>Every refusal of the API leaves through here, as RFC 9457 problem details.</summary>
internal static class Problems
{
    /// <summary>An author's mistakes, all of them: 422.</summary>
    public static ProblemHttpResult From(
        IEnumerable<Diagnostic> diagnostics,
        string title = "The document has errors."
    ) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status422UnprocessableEntity,
            title: title,
            extensions: Listed(diagnostics)
        );

    /// <summary>A value of the request that cannot be understood: 400.</summary>
    public static ProblemHttpResult BadRequest(string detail) =>
        TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Bad request.", detail: detail);

    /// <summary>There is no such thing: 404.</summary>
    public static ProblemHttpResult NotFound(string what) =>
        TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "Not found.", detail: what);

    /// <summary>The thing is there, and its state forbids what was asked: 409.</summary>
    public static ProblemHttpResult Conflict(string detail) =>
        TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, title: "Not possible now.", detail: detail);

    /// <summary>The thing was there, and its time is over: 410.</summary>
    public static ProblemHttpResult Gone(string detail) =>
        TypedResults.Problem(statusCode: StatusCodes.Status410Gone, title: "Over.", detail: detail);

    /// <summary>The thing is there, and its state forbids what was asked: 409, with a word for machines in <c>reason</c>.</summary>
    public static ProblemHttpResult Conflict(string detail, string reason) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status409Conflict,
            title: "Not possible now.",
            detail: detail,
            extensions: Extension("reason", reason)
        );

    /// <summary>The thing is there, and its state forbids what was asked: 409, with what to do instead.</summary>
    public static ProblemHttpResult Conflict(IEnumerable<Diagnostic> diagnostics) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status409Conflict,
            title: "Not possible now.",
            extensions: Listed(diagnostics)
        );

    /// <summary>The caller's role is not enough for what the document says: 403.</summary>
    public static ProblemHttpResult Forbidden(string detail, IEnumerable<Diagnostic> diagnostics) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status403Forbidden,
            title: "Not allowed.",
            detail: detail,
            extensions: Listed(diagnostics)
        );

    /// <summary>The body is not JSON: 400, with line and column.</summary>
    public static ProblemHttpResult NotJson(JsonException failure, string text) =>
        BadRequest(JsonText.Describe(failure, text));

    /// <summary>Gives a refused request the reason that the framework knows, and says all of it in the reader's language.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        if (context.Exception is BadHttpRequestException bad)
        {
            context.ProblemDetails.Detail ??= bad.Message;
        }

        ProblemTexts.Translate(context.ProblemDetails, RequestLanguage.Of(context.HttpContext.Request));
    }

    private static Dictionary<string, object?> Listed(IEnumerable<Diagnostic> diagnostics) =>
        Extension(ProblemTexts.Diagnostics, diagnostics.Select(DiagnosticBody.From).ToArray());

    private static Dictionary<string, object?> Extension(string name, object value) =>
        new(StringComparer.Ordinal) { [name] = value };
}
