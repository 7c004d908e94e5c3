using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Decisions;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;

namespace Workflows.Marketing.Rollouts.Growth;

/// <summary>
/// The company's own stage (S4-56): it moves to the one that follows, by a review that the rule set <c>stage-gates</c> passes, or because a
/// sponsor answers for it and says why. Every review is kept.
/// </summary>
/// <param name="book">The lines about it.</param>
/// <param name="ruleSets">The published rule sets.</param>
/// <param name="reach">Which pools were reached.</param>
/// <param name="clock">When it is.</param>
/// <param name="tenant">Whose stage.</param>
public sealed class GrowthDesk(
    IDecisionBook book,
    RuleSetCatalog ruleSets,
    PoolReach reach,
    TimeProvider clock,
    int tenant
)
{
    /// <summary>The rule set that judges.</summary>
    public const string Gates = "stage-gates";

    /// <summary>The book of the lines.</summary>
    public const string Book = "growth-stage";

    private const string Pass = "pass";
    private const string Override = "override";
    private const string Refuse = "refuse";
    private const int LongestText = 1_000;
    private const int MostDays = 366;

    /// <summary>The stage, with everything that was reviewed.</summary>
    public async Task<GrowthStage> ReadAsync(CancellationToken cancellationToken) =>
        new(await book.ListAsync(tenant, Book, cancellationToken));

    /// <summary>Reviews the stage; where a next one is asked for and the gate is passed, it moves there.</summary>
    /// <param name="figures">What it goes by.</param>
    /// <param name="next">The stage asked for, or null to look only.</param>
    /// <param name="warrant">Who answers for passing the gate unproven, and why; null where nobody does.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The stage as it is then; without one, why nothing was reviewed.</returns>
    public async Task<(GrowthStage? Stage, IReadOnlyList<Diagnostic> Diagnostics)> ReviewAsync(
        GrowthFigures figures,
        string? next,
        (string? Sponsor, string? Reason)? warrant,
        string by,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (Mistake(figures, next, warrant) is { } mistake)
        {
            return (null, [mistake]);
        }

        var now = clock.GetUtcNow();
        if (await ruleSets.GetAsync(Gates, now, cancellationToken) is not { } ruleSet)
        {
            return (null, [NoRules()]);
        }

        var pools = figures.Pools is { Count: > 0 } own ? own : Pool.All;
        var missing = await reach.MissingAsync(tenant, pools, now.AddDays(-figures.Days), cancellationToken);
        while (true)
        {
            var stage = await ReadAsync(cancellationToken);
            var question = new GateQuestion(stage.Name, figures, string.Join(", ", missing), next, warrant);
            if (Judge(ruleSet, question, out var decision) is { } failed)
            {
                return (null, [failed]);
            }

            if (decision.SuccessEvent is Refuse)
            {
                return (null, [NotNext(stage.Name)]);
            }

            var line = LineOf(stage, question, decision, now, by);
            // Whoever was first keeps the number; the stage may be another one then, and is judged anew.
            if (await book.AddAsync(tenant, line, cancellationToken))
            {
                return (new GrowthStage([.. stage.Log, line]), []);
            }
        }
    }

    private static DecisionLine LineOf(
        GrowthStage stage,
        GateQuestion question,
        RuleDecision decision,
        DateTimeOffset now,
        string by
    )
    {
        var act = decision.SuccessEvent ?? "none";
        var moves = question.Next is { Length: > 0 } && act is Pass or Override;
        var note = act is Override ? question.Warrant?.Reason?.Trim() : decision.Output?.ToString()?.Trim();
        return new DecisionLine(
            Book,
            stage.Log.Count + 1,
            now,
            by,
            act.Length > 32 ? act[..32] : act,
            moves ? question.Next! : stage.Name
        )
        {
            Note = string.IsNullOrEmpty(note) ? null : note,
            Sponsor = act is Override ? question.Warrant?.Sponsor?.Trim() : null,
            Figures = question.ToJson(),
        };
    }

    private static Diagnostic? Judge(PublishedRuleSet ruleSet, GateQuestion question, out RuleDecision decision)
    {
        decision = default;
        if (DeclaredInputs.ShapeOf(ruleSet.RuleSet, ContactRules.Shape) is not { } shape)
        {
            return NoJudgement("Inputs");
        }

        var inputs = DeclaredInputs.Read(
            shape,
            question.ToInputs(),
            new Dictionary<string, object?>(StringComparer.Ordinal),
            out var missing
        );
        if (missing is not null)
        {
            return NoJudgement(missing);
        }

        decision = ruleSet.Decide(inputs);
        return decision.Message is { } failure ? NoJudgement(failure) : null;
    }

    private static Diagnostic? Mistake(GrowthFigures figures, string? next, (string? Sponsor, string? Reason)? warrant)
    {
        if (
            !AllShares(figures.Repurchase, figures.MultiCategory, figures.ToolShare)
            || figures.Days is < 1 or > MostDays
            || (figures.Pools ?? []).Any(pool => !Pool.Exists(pool ?? ""))
            || figures.ChannelsNotReady.Any(channel => string.IsNullOrWhiteSpace(channel) || channel.Length > 64)
        )
        {
            return new Diagnostic(
                GrowthCodes.BadFigures,
                $"The figures are shares from 0 to 100, days from 1 to {MostDays}, pools that there are, and channels by name.",
                "$",
                Remedy: $"The pools are {string.Join(", ", Pool.All)}."
            );
        }

        return warrant is { } given && (!Says(given.Sponsor) || !Says(given.Reason) || string.IsNullOrEmpty(next))
            ? new Diagnostic(
                GrowthCodes.NoSponsor,
                $"A gate is passed unproven only where a sponsor answers for the next stage and says why, in 1 to {LongestText} characters.",
                "$",
                Remedy: "Fill in next, sponsor and reason."
            )
            : null;
    }

    private static bool AllShares(params double[] shares) =>
        Array.TrueForAll(shares, share => share is >= 0 and <= 100);

    private static bool Says(string? text) => text?.Trim() is { Length: > 0 and <= LongestText };

    private static Diagnostic NotNext(string stage) =>
        new(
            GrowthCodes.NotNext,
            $"The company is in the stage {stage}; only the one that follows may come next, and none comes back.",
            "$.next",
            Remedy: GrowthStages.After(stage) is { } after ? $"Ask for {after}." : "This is the last stage."
        );

    private static Diagnostic NoRules() =>
        new(
            JourneyCodes.RuleSetMissing,
            $"No rule set named '{Gates}' is published.",
            "$",
            Remedy: "Publish the rule set first, or choose another one."
        );

    private static Diagnostic NoJudgement(string why) =>
        new(
            GrowthCodes.NoJudgement,
            $"The rule set '{Gates}' cannot judge the stage: {why}.",
            "$",
            Remedy: "Let it ask about stage.name, repurchase, multiCategory, toolShare, poolsWithoutContent, channelsNotReady, next, sponsor and reason."
        );

    private sealed record GateQuestion(
        string Name,
        GrowthFigures Figures,
        string PoolsWithoutContent,
        string? Next,
        (string? Sponsor, string? Reason)? Warrant
    )
    {
        public JsonElement ToInputs() =>
            JsonSerializer.SerializeToElement(
                new
                {
                    stage = new
                    {
                        name = Name,
                        repurchase = Figures.Repurchase,
                        multiCategory = Figures.MultiCategory,
                        toolShare = Figures.ToolShare,
                        poolsWithoutContent = PoolsWithoutContent,
                        channelsNotReady = string.Join(", ", Figures.ChannelsNotReady),
                        next = Next ?? "",
                        sponsor = Warrant?.Sponsor?.Trim() ?? "",
                        reason = Warrant?.Reason?.Trim() ?? "",
                    },
                }
            );

        public string ToJson() =>
            JsonSerializer.Serialize(
                new
                {
                    repurchase = Figures.Repurchase,
                    multiCategory = Figures.MultiCategory,
                    toolShare = Figures.ToolShare,
                    poolsWithoutContent = PoolsWithoutContent,
                    channelsNotReady = Figures.ChannelsNotReady,
                    days = Figures.Days,
                    next = Next,
                }
            );
    }
}
