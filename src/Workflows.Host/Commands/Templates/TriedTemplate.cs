using Workflows.Marketing.Templates;

namespace Workflows.Host.Commands.Templates;

/// <summary>What came of trying a template, as <c>--json</c> shows it.</summary>
internal sealed record TriedTemplate(
    string Name,
    bool Succeeded,
    int Passed,
    int Failed,
    IReadOnlyList<string> Mistakes
)
{
    public static TriedTemplate From(TemplateTrialReport report) =>
        new(
            report.Name,
            report.Succeeded,
            report.Passed,
            report.Failed,
            [
                .. report.Diagnostics.Select(found => DocumentMistakes.Line(found)),
                .. report
                    .Journey.Where(result => !result.Passed)
                    .Select(result => $"{result.Case.Name}: {string.Join(" ", result.Mismatches)}"),
                .. report
                    .Rules.Where(result => !result.Passed)
                    .Select(result => $"{result.Case.Name}: expected {result.Expected}, got {result.Got}"),
            ]
        );
}
