using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Api.Templates;

/// <summary>A template in a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Industries">Whom it fits.</param>
/// <param name="Stage">From which stage on.</param>
/// <param name="Play">How it sells.</param>
/// <param name="Goal">Its primary goal.</param>
internal sealed record TemplateSummary(
    string Name,
    string Version,
    string Title,
    string Purpose,
    IReadOnlyList<string> Industries,
    string Stage,
    string Play,
    string Goal
)
{
    public static TemplateSummary From(Template template, Language language) =>
        new(
            template.Name,
            template.Version,
            template.Title.In(language),
            template.Purpose.In(language),
            template.Industries,
            template.Stage,
            template.Play,
            template.Kpi.Goal
        );
}
