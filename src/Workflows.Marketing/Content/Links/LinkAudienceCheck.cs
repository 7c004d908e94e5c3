using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Content;

/// <summary>
/// What has to hold where links are for some contacts only (S2-05): the rule set exists, says the event and asks of the contact alone, and
/// the message goes to one person.
/// </summary>
/// <param name="ruleSets">The published rule sets.</param>
/// <param name="tracks">Whether links are tracked here; where they are not nobody is asked.</param>
public sealed class LinkAudienceCheck(RuleSetCatalog ruleSets, bool tracks) : IDefinitionCheck
{
    private const string Source = "S2-05";

    private static readonly HashSet<string> ToNobodyInParticular = new(StringComparer.Ordinal)
    {
        "Marketing.SendGroupMessage",
        "Marketing.PostMoments",
        "Marketing.StaffTask",
    };

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        List<Diagnostic> found = [];
        foreach (var block in JourneyActivity.All(graph).Where(block => block.Sends && block.IsGiven("linksOnlyFor")))
        {
            found.AddRange(await CheckAsync(block, cancellationToken));
        }

        return found;
    }

    private async Task<IReadOnlyList<Diagnostic>> CheckAsync(JourneyActivity block, CancellationToken cancellationToken)
    {
        List<Diagnostic> found = [];
        if (!tracks)
        {
            found.Add(
                Found(
                    "The links are for some contacts only, and links are not tracked here: whoever has one may follow it.",
                    "Set Workflows:Links to the address at which customers reach this server.",
                    block,
                    DiagnosticSeverity.Warning
                )
            );
        }

        if (ToNobodyInParticular.Contains(block.Type))
        {
            found.Add(
                Found(
                    "The links are for some contacts only, and the message goes to no contact in particular.",
                    "Send it to the contact, or leave Links only for out.",
                    block
                )
            );
        }

        // What is worked out at run time is not known.
        if (block.Literal("linksOnlyFor")?.Trim() is { Length: > 0 } name)
        {
            found.AddRange(
                await ruleSets.NewestAsync(name, cancellationToken) is { } ruleSet
                    ? Event(block, ruleSet)
                    :
                    [
                        new Diagnostic(
                            JourneyCodes.RuleSetMissing,
                            $"No rule set named '{name}' is published.",
                            block.Id,
                            Remedy: "Publish the rule set first, or choose another one."
                        )
                        {
                            Source = Source,
                        },
                    ]
            );
        }

        return found;
    }

    private static IEnumerable<Diagnostic> Event(JourneyActivity block, PublishedRuleSet ruleSet)
    {
        if (RuleQuestion.FurtherInputs(ruleSet.RuleSet).FirstOrDefault() is { } further)
        {
            yield return Found(
                $"The rule set '{ruleSet.Name}' asks for '{further}', which nobody knows when a link is followed.",
                "Choose a rule set that asks of the contact only.",
                block
            );
        }

        var said = block.Literal("linksOnlyForEvent")?.Trim() ?? "";
        var isKnown = ruleSet.SuccessEvents.Contains(said, StringComparer.Ordinal);
        if (!isKnown && (said.Length > 0 || !block.IsGiven("linksOnlyForEvent")))
        {
            yield return Found(
                $"The rule set '{ruleSet.Name}' never says '{said}': nobody could follow the links.",
                $"Choose one of {string.Join(", ", ruleSet.SuccessEvents)}.",
                block
            );
        }
    }

    private static Diagnostic Found(
        string message,
        string remedy,
        JourneyActivity block,
        DiagnosticSeverity severity = DiagnosticSeverity.Error
    ) => new(ContentCodes.LinkAudience, message, block.Id, Remedy: remedy, Severity: severity) { Source = Source };
}
