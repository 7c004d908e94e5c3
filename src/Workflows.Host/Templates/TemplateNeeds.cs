using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Templates;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Json;

namespace Workflows.Host.Templates;

/// <summary>What a template leaves to other journeys of the workspace.</summary>
internal static class TemplateNeeds
{
    /// <summary>A warning where <c>sop.calendar</c> names a journey that is not there (S1-45).</summary>
    public static async Task<IReadOnlyList<Diagnostic>> FindAsync(
        TemplateFiles files,
        IDefinitionStore definitions,
        CancellationToken cancellationToken
    ) =>
        CalendarOf(files.Workflow) is { Length: > 0 } calendar
        && await definitions.FindLatestAsync(calendar, cancellationToken) is null
            ?
            [
                new Diagnostic(
                    TemplateCodes.Calendar,
                    $"The journey '{calendar}', which holds the calendar of the groups, is not here.",
                    "$.customProperties.sop.calendar",
                    Remedy: "Install it, too, or change sop.calendar.",
                    Severity: DiagnosticSeverity.Warning
                )
                {
                    Source = "S1-45",
                },
            ]
            : [];

    private static string? CalendarOf(string workflow) =>
        ElsaReader.Read(workflow).Definition is { CustomProperties: { ValueKind: JsonValueKind.Object } settings }
        && settings.TryGetProperty("sop", out var sop)
        && sop.ValueKind == JsonValueKind.Object
        && sop.TryGetProperty("calendar", out var calendar)
        && calendar.ValueKind == JsonValueKind.String
            ? calendar.GetString()
            : null;
}
