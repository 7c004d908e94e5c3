using Workflows.Expressions.Diagnostics;

namespace Workflows.Host.Api.Elsa;

/// <summary>A refusal in the shape that Elsa Studio shows to its user, as text.</summary>
/// <param name="StatusCode">The answer's status.</param>
/// <param name="Message">What was refused.</param>
/// <param name="Errors">Why; the Studio reads <c>generalErrors</c>.</param>
internal sealed record ElsaProblem(int StatusCode, string Message, IReadOnlyDictionary<string, string[]> Errors)
{
    private const string General = "generalErrors";

    public static IResult BadRequest(params string[] reasons) => Say(StatusCodes.Status400BadRequest, reasons);

    public static IResult NotFound(string what) => Say(StatusCodes.Status404NotFound, what);

    public static IResult Conflict(string why) => Say(StatusCodes.Status409Conflict, why);

    /// <summary>An author's mistakes, each with its place and remedy.</summary>
    public static IResult From(IEnumerable<Diagnostic> diagnostics) =>
        new ElsaRefusal(
            StatusCodes.Status400BadRequest,
            language =>
                [
                    .. diagnostics
                        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                        .Select(diagnostic => Line(diagnostic, language)),
                ]
        );

    /// <summary>A mistake in one line, in the reader's language.</summary>
    public static string Line(Diagnostic found, Language language)
    {
        var diagnostic = ProblemTexts.In(found, language);
        var place = (diagnostic.PathName ?? diagnostic.Path) is { Length: > 0 } where ? $" ({where})" : "";
        return $"{diagnostic.Code}: {diagnostic.Message}{place} {diagnostic.Remedy}".TrimEnd();
    }

    /// <summary>What was refused, with reasons that are in the reader's language.</summary>
    public static ElsaProblem Of(int status, string[] reasons, Language language) =>
        new(
            status,
            reasons is [var only] ? only : ProblemTexts.In($"{reasons.Length} things are wrong.", language),
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [General] = reasons }
        );

    private static ElsaRefusal Say(int status, params string[] reasons) =>
        new(status, language => [.. reasons.Select(reason => ProblemTexts.In(reason, language))]);
}
