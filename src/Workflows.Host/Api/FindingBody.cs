using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Analysis;

namespace Workflows.Host.Api;

/// <summary>A finding as <c>--json</c> and the API show it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rules">The rules it is about; empty for a gap.</param>
/// <param name="Message">The finding in a sentence.</param>
/// <param name="Where">For which contacts, in the notation of table cells.</param>
/// <param name="Example">The values of a contact for whom it was confirmed, in one line.</param>
/// <param name="Inputs">That contact, as a question to the rule set.</param>
internal sealed record FindingBody(
    FindingKind Kind,
    IReadOnlyList<string> Rules,
    string Message,
    string? Where,
    string? Example,
    JsonElement? Inputs
)
{
    public static FindingBody From(Finding finding, Language language) =>
        new(
            finding.Kind,
            finding.Rules,
            finding.Message.In(language),
            finding.Where.Length == 0 ? null : finding.Where,
            finding.Example?.Text,
            finding.Example?.Inputs
        );
}
