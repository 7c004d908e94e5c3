using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Entries;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Marketing.Limits.Safety;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Marketing.Plays.Referral;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Journeys;

/// <summary>What has to hold for a journey beyond what holds for every workflow: the rule sets and channels it names exist, nothing it may say is ignored, and good practice has nothing against it.</summary>
/// <param name="ruleSets">The published rule sets.</param>
/// <param name="channels">The names of the channels; null where they are not known, and then not checked.</param>
/// <param name="safety">Whether the safe boundaries of communities hold; null where they always do.</param>
public sealed class JourneyCheck(
    RuleSetCatalog ruleSets,
    IReadOnlyCollection<string>? channels,
    CommunitySafety? safety = null
) : IDefinitionCheck
{
    private static readonly Dictionary<string, string[]> Outcomes = new(StringComparer.Ordinal)
    {
        [JourneyTypes.SendMessage] = ["Sent", "Refused"],
        ["Marketing.LaunchPhase"] = ["Due", "Passed"],
        [JourneyTypes.SetAttribute] = ["Changed", "Unchanged"],
        [JourneyTypes.WaitForContactEvent] = ["Received", "TimedOut"],
    };

    /// <summary>The contents that journeys name; null where they are not known, and then the blocks are believed.</summary>
    /// <value>The default value is null.</value>
    public IContentStore? Contents { get; init; }

    /// <summary>Whose contents they are.</summary>
    /// <value>The default value is 0.</value>
    public int Tenant { get; init; }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        List<Diagnostic> diagnostics = [];
        var isSafe = safety is null || await safety.IsOnAsync(cancellationToken);
        foreach (var activity in JourneyActivity.All(graph.Definition.Root))
        {
            if (activity.AsksRules && activity.Literal("ruleSet") is { } ruleSet && IsAsked(activity, ruleSet))
            {
                CheckRules(activity, ruleSet, await ruleSets.NewestAsync(ruleSet, cancellationToken), diagnostics);
            }
            else if (activity.Sends && activity.Channel is { } channel)
            {
                CheckChannel(activity, channel, diagnostics);
            }

            if (isSafe)
            {
                CheckMiniProgram(activity, diagnostics);
            }

            EntryCheck.Check(activity, diagnostics);
            ReferralCheck.Check(activity, diagnostics);
            if (
                ReferralCheck.RuleSetOf(activity) is { } rates
                && await ruleSets.NewestAsync(rates, cancellationToken) is null
            )
            {
                diagnostics.Add(Missing(activity, rates));
            }

            if (SendBlocks.ByType.TryGetValue(activity.Type, out var block))
            {
                // Whether anything can be sold out is known by whoever knows the content.
                CheckConnected(activity, block.Ports.Where(port => port is not SendPorts.SoldOut), diagnostics);
            }
            else if (Outcomes.TryGetValue(activity.Type, out var outcomes))
            {
                CheckConnected(activity, IsUnlimitedWait(activity) ? ["Received"] : outcomes, diagnostics);
            }
        }

        diagnostics.AddRange(PlayCheck.Run(graph, await ContentsAsync(graph, cancellationToken)));
        diagnostics.AddRange(await new GroupBuyCheck(ruleSets).CheckAsync(graph, cancellationToken));
        diagnostics.AddRange(await new ForbiddenTexts(ruleSets).FindAsync(graph.Definition, cancellationToken));
        return diagnostics;
    }

    // What a block says is known by its content, too: what that speaks of, and which goods it is about (S0-22, S2-02).
    private async Task<IReadOnlyDictionary<string, ContentItem>> ContentsAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        var known = new Dictionary<string, ContentItem>(StringComparer.Ordinal);
        var names = JourneyActivity.All(graph).Select(block => block.Literal("content")).OfType<string>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (
                Contents is not null
                && ContentRef.TryParse(name, out var reference)
                && await Contents.FindSendableAsync(Tenant, reference, cancellationToken) is { } version
            )
            {
                known[name] = version.Item;
            }
        }

        return known;
    }

    private static void CheckRules(
        JourneyActivity activity,
        string name,
        PublishedRuleSet? ruleSet,
        List<Diagnostic> diagnostics
    )
    {
        if (ruleSet is null)
        {
            diagnostics.Add(Missing(activity, name));
            return;
        }

        CheckInputs(activity, ruleSet, diagnostics);
        if (!activity.Is(JourneyTypes.EvaluateRules))
        {
            return;
        }

        CheckConnected(activity, ruleSet.SuccessEvents, diagnostics);
        CheckLikeNone(activity, ruleSet, diagnostics);
        var known = ruleSet.SuccessEvents.Append(EvaluateRules.None).ToHashSet(StringComparer.Ordinal);
        foreach (var outcome in (activity.ConnectedOutcomes ?? known).Except(known, StringComparer.Ordinal))
        {
            diagnostics.Add(
                new Diagnostic(
                    JourneyCodes.EventUnknown,
                    $"The connection '{outcome}' is never followed: '{ruleSet.Name}' has no such event.",
                    activity.Id,
                    Remedy: $"Its events are {string.Join(", ", ruleSet.SuccessEvents)}.",
                    Severity: DiagnosticSeverity.Warning
                )
            );
        }
    }

    // Other blocks ask only where they name one.
    private static bool IsAsked(JourneyActivity activity, string ruleSet) =>
        activity.Is(JourneyTypes.EvaluateRules) || ruleSet.Length > 0;

    private static Diagnostic Missing(JourneyActivity activity, string ruleSet) =>
        new(
            JourneyCodes.RuleSetMissing,
            $"No rule set named '{ruleSet}' is published.",
            activity.Id,
            Remedy: "Publish the rule set first, or choose another one."
        );

    private static void CheckInputs(JourneyActivity activity, PublishedRuleSet ruleSet, List<Diagnostic> diagnostics)
    {
        string[] needed = [.. RuleQuestion.FurtherInputs(ruleSet.RuleSet)];
        if (needed.Length > 0 && !activity.IsGiven("inputs"))
        {
            diagnostics.Add(
                new Diagnostic(
                    JourneyCodes.InputsMissing,
                    $"The rule set '{ruleSet.Name}' asks about {string.Join(", ", needed)}, and the block does not say what that is.",
                    activity.Id,
                    Remedy: "Fill in Further inputs."
                )
            );
        }
    }

    private static void CheckLikeNone(JourneyActivity activity, PublishedRuleSet ruleSet, List<Diagnostic> diagnostics)
    {
        foreach (
            var name in ruleSet.SuccessEvents.Where(name =>
                name.Trim().Equals(EvaluateRules.None, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            diagnostics.Add(
                new Diagnostic(
                    JourneyCodes.EventLikeNone,
                    $"The event '{name}' of '{ruleSet.Name}' is easily taken for '{EvaluateRules.None}', the outcome when no rule holds.",
                    activity.Id,
                    Remedy: "Give the event of the rule a name that says what it means.",
                    Severity: DiagnosticSeverity.Warning
                )
            );
        }
    }

    private void CheckChannel(JourneyActivity activity, string channel, List<Diagnostic> diagnostics)
    {
        if (channels is not null && !channels.Contains(channel, StringComparer.OrdinalIgnoreCase))
        {
            diagnostics.Add(
                new Diagnostic(
                    JourneyCodes.ChannelUnknown,
                    $"There is no channel named '{channel}'.",
                    activity.Id,
                    Remedy: channels.Count == 0 ? "No channel is set up." : $"There are {string.Join(", ", channels)}."
                )
            );
        }
    }

    // In groups, mini-programs leave by the platform's own sending or by hand from the sidebar (S0-46).
    private static void CheckMiniProgram(JourneyActivity activity, List<Diagnostic> diagnostics)
    {
        if (
            activity.Is(JourneyTypes.SendGroupMessage)
            && activity.IsGiven("miniProgram")
            && !ContentFit.MayCarryMiniProgram(Carrier.Group, activity.Channel)
        )
        {
            // A channel that is worked out at run time could be any.
            diagnostics.Add(ContentFit.Detour(activity.Channel, activity.Id));
        }
    }

    private static void CheckConnected(
        JourneyActivity activity,
        IEnumerable<string> outcomes,
        List<Diagnostic> diagnostics
    )
    {
        if (activity.ConnectedOutcomes is not { } connected)
        {
            return;
        }

        foreach (var outcome in outcomes.Except(connected, StringComparer.Ordinal))
        {
            diagnostics.Add(
                new Diagnostic(
                    JourneyCodes.OutcomeUnconnected,
                    $"The outcome '{outcome}' leads nowhere: the contact's journey ends there.",
                    activity.Id,
                    Remedy: "Connect it, or end the journey there on purpose with an End block.",
                    Severity: DiagnosticSeverity.Warning
                )
            );
        }
    }

    // A wait without any limit never times out.
    private static bool IsUnlimitedWait(JourneyActivity activity) =>
        activity.Is(JourneyTypes.WaitForContactEvent) && !Given(activity, "timeout") && !Given(activity, "until");

    private static bool Given(JourneyActivity activity, string input) =>
        activity.Document.TryGetProperty(input, out var value)
        && value.ValueKind == System.Text.Json.JsonValueKind.Object;
}
