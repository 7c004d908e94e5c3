using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;

namespace Workflows.Host.Api.Elsa;

/// <summary>A refusal in the shape that Elsa Studio shows to its user, as text.</summary>
/// <param name="StatusCode">The answer's status.</param>
/// <param name="Message">What was refused.</param>
/// <param name="Errors">Why; the Studio reads <c>generalErrors</c>.</param>
internal sealed record ElsaProblem(int StatusCode, string Message, IReadOnlyDictionary<string, string[]> Errors)
{
    private const string General = "generalErrors";

    public static IResult BadRequest(params string[] reasons) => Answer(StatusCodes.Status400BadRequest, reasons);

    public static IResult NotFound(string what) => Answer(StatusCodes.Status404NotFound, what);

    public static IResult Conflict(string why) => Answer(StatusCodes.Status409Conflict, why);

    /// <summary>An author's mistakes, each with its place and remedy.</summary>
    public static IResult From(IEnumerable<Diagnostic> diagnostics, Language language) =>
        BadRequest([
            .. diagnostics
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => Line(diagnostic, language)),
        ]);

    /// <summary>A mistake in one line, in the reader's language.</summary>
    public static string Line(Diagnostic found, Language language)
    {
        var diagnostic = JourneyMessages.In(found, language);
        var place = string.IsNullOrEmpty(diagnostic.Path) ? "" : $" ({diagnostic.Path})";
        return $"{diagnostic.Code}: {diagnostic.Message}{place} {diagnostic.Remedy}".TrimEnd();
    }

    private static IResult Answer(int status, params string[] reasons) =>
        Results.Json(
            new ElsaProblem(
                status,
                reasons is [var only] ? only : $"{reasons.Length} things are wrong.",
                new Dictionary<string, string[]>(StringComparer.Ordinal) { [General] = reasons }
            ),
            contentType: "application/problem+json",
            statusCode: status
        );
}
