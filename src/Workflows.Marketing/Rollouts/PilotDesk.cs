using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;

namespace Workflows.Marketing.Rollouts;

/// <summary>Pilots: where they begin, how they score, and who let one go on all the same (S1-23).</summary>
/// <param name="book">The lines about them.</param>
/// <param name="ruleSets">The published rule sets.</param>
/// <param name="clock">When it is.</param>
/// <param name="tenant">Whose pilots.</param>
public sealed class PilotDesk(IPilotBook book, RuleSetCatalog ruleSets, TimeProvider clock, int tenant)
{
    /// <summary>The rule set that says whether a pilot passed: its event is <c>pass</c> or another, its output what is missing.</summary>
    public const string Scorecard = "pilot-scorecard";

    private const string Pass = "pass";
    private const int MostStores = 1_000;
    private const int LongestReason = 1_000;

    /// <summary>A pilot, or null where there is none of the name.</summary>
    public async Task<Pilot?> FindAsync(string name, CancellationToken cancellationToken) =>
        await book.ListAsync(tenant, name, cancellationToken) is { Count: > 0 } entries ? new Pilot(entries) : null;

    /// <summary>Begins a pilot. Its stores stay: who wants others begins another one.</summary>
    /// <returns>The pilot; without one, why it cannot begin.</returns>
    public async Task<(Pilot? Pilot, IReadOnlyList<Diagnostic> Diagnostics)> BeginAsync(
        string name,
        IReadOnlyList<string> stores,
        string by,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(stores);
        string[] own = [.. stores.Select(store => store?.Trim() ?? "").Distinct(StringComparer.Ordinal)];
        if (!ContentCheck.IsId(name))
        {
            return (
                null,
                [
                    new Diagnostic(
                        RolloutCodes.BadPilot,
                        "A pilot's name has 1 to 64 lower case letters, digits and hyphens.",
                        "$.name",
                        Remedy: "Write a name such as spring-2026."
                    ),
                ]
            );
        }

        if (own.Length is 0 or > MostStores || own.Any(store => store.Length is 0 or > 64))
        {
            return (
                null,
                [
                    new Diagnostic(
                        RolloutCodes.BadPilot,
                        $"A pilot has 1 to {MostStores} stores, each by its id.",
                        "$.stores",
                        Remedy: "Name the stores in which it is tried."
                    ),
                ]
            );
        }

        var first = new PilotEntry(name, 1, PilotStep.Begun, clock.GetUtcNow(), by) { Stores = own };
        return await book.AddAsync(tenant, first, cancellationToken)
            ? (new Pilot([first]), [])
            : (
                null,
                [
                    new Diagnostic(
                        RolloutCodes.PilotTaken,
                        $"The pilot '{name}' has begun already, and its stores stay as they are.",
                        "$.name",
                        Remedy: "Begin another pilot under another name."
                    ),
                ]
            );
    }

    /// <summary>Scores a pilot by the rule set, and writes down what came of it.</summary>
    /// <returns>The pilot; without one, why it cannot be scored.</returns>
    public async Task<(Pilot? Pilot, IReadOnlyList<Diagnostic> Diagnostics)> ScoreAsync(
        string name,
        PilotFigures figures,
        string by,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (await ruleSets.GetAsync(Scorecard, clock.GetUtcNow(), cancellationToken) is not { } ruleSet)
        {
            return (
                null,
                [
                    new Diagnostic(
                        JourneyCodes.RuleSetMissing,
                        $"No rule set named '{Scorecard}' is published.",
                        "$",
                        Remedy: "Publish the rule set first, or choose another one."
                    ),
                ]
            );
        }

        var decision = ruleSet.Decide(
            DeclaredInputs.Read(
                DeclaredInputs.ShapeOf(ruleSet.RuleSet, ContactRules.Shape)!,
                JsonSerializer.SerializeToElement(new { pilot = figures }, JsonSerializerOptions.Web),
                new Dictionary<string, object?>(StringComparer.Ordinal),
                out var missing
            )
        );
        if (decision.Message is not null || missing is not null)
        {
            return (
                null,
                [
                    new Diagnostic(
                        RolloutCodes.NoScore,
                        $"The rule set '{Scorecard}' cannot score the pilot: {decision.Message ?? missing}.",
                        "$",
                        Remedy: "Let it ask about pilot.days, stores, sales, fanGrowth and addFanRate."
                    ),
                ]
            );
        }

        var isPassed = decision.SuccessEvent is Pass;
        var note = decision.Output?.ToString()?.Trim();
        return (
            await AddAsync(
                name,
                last => new PilotEntry(
                    name,
                    last.Number + 1,
                    isPassed ? PilotStep.Passed : PilotStep.Held,
                    clock.GetUtcNow(),
                    by
                )
                {
                    Figures = figures,
                    Note = string.IsNullOrEmpty(note) ? null : note,
                },
                cancellationToken
            ),
            []
        );
    }

    /// <summary>Lets a pilot go on that did not pass, for a reason; whoever asks has to be of the headquarters.</summary>
    /// <returns>The pilot; without one, why not.</returns>
    public async Task<(Pilot? Pilot, IReadOnlyList<Diagnostic> Diagnostics)> OverrideAsync(
        string name,
        string? reason,
        string by,
        CancellationToken cancellationToken
    )
    {
        if (reason?.Trim() is not { Length: > 0 and <= LongestReason } said)
        {
            return (
                null,
                [
                    new Diagnostic(
                        RolloutCodes.NoReason,
                        $"A pilot goes on unpassed for a reason only, of 1 to {LongestReason} characters.",
                        "$.reason",
                        Remedy: "Say why it may go to more stores before it passed."
                    ),
                ]
            );
        }

        return (
            await AddAsync(
                name,
                last => new PilotEntry(name, last.Number + 1, PilotStep.Overridden, clock.GetUtcNow(), by)
                {
                    Note = said,
                },
                cancellationToken
            ),
            []
        );
    }

    // Whoever was first keeps the number; the other line follows it.
    private async Task<Pilot?> AddAsync(
        string name,
        Func<PilotEntry, PilotEntry> next,
        CancellationToken cancellationToken
    )
    {
        while (await FindAsync(name, cancellationToken) is { } pilot)
        {
            var entry = next(pilot.Entries[^1]);
            if (await book.AddAsync(tenant, entry, cancellationToken))
            {
                return new Pilot([.. pilot.Entries, entry]);
            }
        }

        return null;
    }
}
