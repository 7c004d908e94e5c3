using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Converting;
using Workflows.Marketing.Templates;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Journeys.Checks;

/// <summary>
/// What good practice says about a journey before it is published. What a journey states of itself (<c>goal.primary</c>,
/// <c>kpi.primary</c>, <c>play</c>, <c>carriers</c>) is held against what it does; a workflow that states nothing and reaches no
/// customer is left alone, and one that reaches customers is told to state its goal.
/// </summary>
internal static class PlayCheck
{
    private const string Fulfilment = "fulfilment-choice";
    private const int MostActions = 4;

    // What a journey states of itself: who states one of these has an aim.
    private static readonly string[] Stated = ["goal", "kpi", "play", "carriers", "acquisition"];

    /// <summary>Everything there is to say, errors first to be mended.</summary>
    /// <param name="graph">The journey.</param>
    /// <param name="contents">The contents that its blocks name, by that name, as far as they are known.</param>
    public static IReadOnlyList<Diagnostic> Run(
        WorkflowGraph graph,
        IReadOnlyDictionary<string, ContentItem>? contents = null
    )
    {
        var map = new JourneyMap(graph, contents);
        return IsPart(graph, map) ? [] : Everything(map);
    }

    // A workflow that others use is judged where it is used, with what comes before and after it.
    private static bool IsPart(WorkflowGraph graph, JourneyMap map) =>
        graph.Definition.Options.UsableAsActivity && map.Entries.Count == 0;

    private static IReadOnlyList<Diagnostic> Everything(JourneyMap map) =>
        [
            .. Goal(map),
            .. Kpi(map),
            .. Settling(map),
            .. Trust(map),
            .. DrainageGroups(map),
            .. Money(map),
            .. Tone(map),
            .. Place(map),
            .. FulfilmentReady(map),
            .. Newcomer(map),
            .. OfferCheck.Run(map),
            .. AcquisitionCheck.Run(map),
            .. CommunityCheck.Run(map),
            .. JoinModeCheck.Run(map),
            .. NewcomerCheck.Run(map),
        ];

    private static IEnumerable<Diagnostic> Goal(JourneyMap map)
    {
        var primary = map.Text("goal", "primary");
        if (primary is null ? MustSay(map) : !TemplateWords.Goals.Contains(primary, StringComparer.Ordinal))
        {
            yield return Found(
                PlayCodes.Goal,
                "The journey does not say what it is for first.",
                "S0-09",
                "Set goal.primary to revenue, service or brand.",
                // A sketch that states nothing of itself is only told.
                Stated.Any(section => map.Has(section))
                    ? DiagnosticSeverity.Error
                    : DiagnosticSeverity.Warning
            );
        }

        if (primary is "revenue" && !map.Blocks.Any(PlayBlocks.Converts))
        {
            yield return Found(
                PlayCodes.NoConversion,
                "The journey is for revenue, and nothing in it leads to a purchase.",
                "S3-03",
                "Add an offer, or give the journey the goal service or brand.",
                DiagnosticSeverity.Warning
            );
        }
    }

    private static bool MustSay(JourneyMap map) =>
        Stated.Any(section => map.Has(section)) || map.Blocks.Any(PlayBlocks.ReachesCustomers);

    private static IEnumerable<Diagnostic> Kpi(JourneyMap map) =>
        map.Texts("kpi", "primary")
            .Intersect(TemplateWords.SecondaryMetrics, StringComparer.Ordinal)
            .Select(metric =>
                Found(
                    PlayCodes.VanityKpi,
                    $"'{metric}' may not decide whether the journey is good: it looks busy and proves nothing.",
                    "S0-47, S1-10",
                    "Take contentClicks and gmv, or a figure of service; it may stand among kpi.secondary."
                )
            );

    private static IEnumerable<Diagnostic> Settling(JourneyMap map)
    {
        var acquires = map.Entries.Where(PlayBlocks.Acquires).Concat(map.Blocks.Where(PlayBlocks.Invites)).ToList();
        if (acquires.Count > 0 && !map.Blocks.Any(block => block.Is(PlayBlocks.AssignPool)))
        {
            yield return Found(
                PlayCodes.PoolFirst,
                "The journey wins contacts, and they settle nowhere.",
                "S3-03, S3-07",
                "Add the block Assign pool after the entry.",
                // Who says what a journey is for has to finish it; a sketch is only told.
                map.Has("goal", "primary") || map.Has("play")
                    ? DiagnosticSeverity.Error
                    : DiagnosticSeverity.Warning,
                acquires[0]
            );
        }
    }

    private static IEnumerable<Diagnostic> Trust(JourneyMap map)
    {
        if (map.Text("play") is "oneToOne" && map.WayTo(PlayBlocks.Offers, PlayBlocks.BuildsTrust) is { } way)
        {
            yield return Found(
                PlayCodes.TrustFirst,
                $"There is a way to an offer without anything that builds trust: {string.Join(" → ", way.Select(block => block.Label))}.",
                "S0-22",
                "Put knowledge, the persona or a person before the offer on every way.",
                block: way[^1]
            );
        }
    }

    private static IEnumerable<Diagnostic> DrainageGroups(JourneyMap map) =>
        map
            .Blocks.Where(PlayBlocks.AssignsForOnce)
            .Where(block => !map.After(block).Any(PlayBlocks.Settles))
            .Select(block =>
                Found(
                    PlayCodes.DrainageGroup,
                    "Contacts are left in a group that was made to win or to sell once.",
                    "S3-38",
                    "Hand them over: assign a pool or a community group after it, and let the group end.",
                    block: block
                )
            );

    private static IEnumerable<Diagnostic> Money(JourneyMap map)
    {
        if (!map.Has("limits", "subsidyBudget") && map.Blocks.FirstOrDefault(PlayBlocks.Subsidises) is { } block)
        {
            yield return Found(
                PlayCodes.NoBudget,
                "The offer costs the brand money, and no budget of the journey stops it.",
                "S2-18",
                "Set limits.subsidyBudget.",
                DiagnosticSeverity.Warning,
                block
            );
        }
    }

    private static IEnumerable<Diagnostic> Tone(JourneyMap map)
    {
        var sends = map.Blocks.Where(block => block.Sends && block.Literal("purpose") is not "service").ToList();
        if (sends.Count > 0 && sends.TrueForAll(PlayBlocks.Offers))
        {
            yield return Found(
                PlayCodes.OnlyPromotion,
                "Every message of the journey is a promotion.",
                "S1-12",
                "Say something of use between offers.",
                DiagnosticSeverity.Warning,
                sends[0]
            );
        }

        if (
            map.Has("goal", "primary")
            && map.Blocks.Count(PlayBlocks.ReachesCustomers) > 1
            && !map.Blocks.Any(PlayBlocks.Listens)
        )
        {
            yield return Found(
                PlayCodes.OneWay,
                "The journey speaks and never listens.",
                "S1-14",
                "Wait for an answer, a click or an order somewhere.",
                DiagnosticSeverity.Warning
            );
        }

        if (map.Text("goal", "primary") is "revenue" && sends.Count > 0 && !map.Blocks.Any(PlayBlocks.Distinguishes))
        {
            yield return Found(
                PlayCodes.NoSegment,
                "Everybody is told the same.",
                "S2-03",
                "Ask a rule set, or decide by something known of the contact.",
                DiagnosticSeverity.Warning,
                sends[0]
            );
        }
    }

    private static IEnumerable<Diagnostic> Place(JourneyMap map)
    {
        var offers = map.Blocks.Where(PlayBlocks.Offers).ToList();
        if (
            map.Text("goal", "primary") is "revenue"
            && offers.Find(offer => !PlayBlocks.NamesGoods(offer)) is { } nameless
        )
        {
            yield return Found(
                PlayCodes.PeopleGoodsPlace,
                "The offer does not say which goods it is about.",
                "S2-02",
                "Fill in Product.",
                block: nameless
            );
        }

        if (map.Text("goal", "primary") is "revenue")
        {
            foreach (
                var block in map.Blocks.Where(PlayBlocks.SellsByPage).Where(block => !PlayBlocks.NamesGoods(block))
            )
            {
                yield return Found(
                    PlayCodes.PeopleGoodsPlace,
                    "The block leads to a page to buy on, and does not say which goods it is about.",
                    "S2-02",
                    "Fill in Product.",
                    DiagnosticSeverity.Warning,
                    block
                );
            }
        }

        if (map.Has("goal", "primary") && (!map.Has("play") || map.Texts("carriers").Count == 0))
        {
            yield return Found(
                PlayCodes.PeopleGoodsPlace,
                "The journey does not say its play and its carriers.",
                "S2-26",
                "Set play and carriers."
            );
        }

        foreach (var diagnostic in PoolCarriers(map))
        {
            yield return diagnostic;
        }

        var reaching = map.Blocks.Where(PlayBlocks.ReachesCustomers).ToList();
        if (reaching.Count > 0 && reaching.TrueForAll(block => block.Is(JourneyTypes.SendGroupMessage)))
        {
            yield return Found(
                PlayCodes.GroupsOnly,
                "The journey speaks in groups only; a private domain has more carriers.",
                "S2-01",
                "Think of 1:1 chats, Moments and the official account.",
                DiagnosticSeverity.Warning,
                reaching[0]
            );
        }
    }

    private static IEnumerable<Diagnostic> PoolCarriers(JourneyMap map)
    {
        var carriers = map.Texts("carriers");
        foreach (var block in map.Blocks.Where(block => block.Is(PlayBlocks.AssignPool)))
        {
            var unfit = (block.Literal("pool") ?? "nurturing") switch
            {
                "nurturing" when carriers.Contains("group", StringComparer.Ordinal) => (
                    "a group",
                    "nurturing",
                    "S3-37"
                ),
                "client" when carriers.Contains("official-account", StringComparer.Ordinal) => (
                    "the official account",
                    "client",
                    "S3-42"
                ),
                "nurturing" when map.Blocks.FirstOrDefault(PlayBlocks.SellsInPerson) is not null => (
                    "selling in person",
                    "nurturing",
                    "S3-43"
                ),
                _ => ("", "", ""),
            };
            if (unfit.Item1.Length > 0)
            {
                yield return Found(
                    PlayCodes.PoolCarrier,
                    $"A {unfit.Item2} pool and {unfit.Item1} do not go together.",
                    unfit.Item3,
                    "Choose another pool, or another carrier.",
                    DiagnosticSeverity.Warning,
                    block
                );
            }
        }
    }

    private static IEnumerable<Diagnostic> FulfilmentReady(JourneyMap map) =>
        map
            .Blocks.Select(block => (Block: block, Port: WithoutMethod(block)))
            .Where(one => one.Port is not null && one.Block.ConnectedOutcomes?.Contains(one.Port) == false)
            .Select(one =>
                Found(
                    PlayCodes.Fulfilment,
                    "A store that can neither hand over nor deliver is not left out.",
                    "S0-35",
                    $"Connect the outcome {one.Port}: these contacts get no offer.",
                    block: one.Block
                )
            );

    // The way out for those whose store has no way.
    private static string? WithoutMethod(JourneyActivity block) =>
        block.Is("Marketing.FulfilmentChoice") ? FulfilmentChoice.NoMethod
        : block.Is(JourneyTypes.EvaluateRules) && block.Literal("ruleSet") is Fulfilment ? "noMethod"
        : null;

    // Walked as a newcomer: what the customer has to do between coming in and being settled, on the shortest way.
    private static IEnumerable<Diagnostic> Newcomer(JourneyMap map)
    {
        if (
            map.Entries.Any(PlayBlocks.Acquires)
            && map.WayTo(PlayBlocks.Settles, _ => false) is { } way
            && way.Where(PlayBlocks.AsksAnAction).ToList() is { Count: > MostActions } actions
        )
        {
            yield return Found(
                PlayCodes.LongWay,
                $"A newcomer has to do {actions.Count} things before being settled: {string.Join(" → ", actions.Select(block => block.Label))}.",
                "S3-19",
                $"Walk it yourself: {MostActions} are enough; ask for the rest later.",
                DiagnosticSeverity.Warning,
                actions[MostActions]
            );
        }
    }

    /// <summary>What is found at a block, or in what the journey says of itself.</summary>
    internal static Diagnostic Found(
        string code,
        string message,
        string source,
        string remedy,
        DiagnosticSeverity severity = DiagnosticSeverity.Error,
        JourneyActivity? block = null
    ) => new(code, message, block?.Id ?? "customProperties", Remedy: remedy, Severity: severity) { Source = source };
}
