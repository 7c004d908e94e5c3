using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Journeys.Checks;

/// <summary>
/// The relationship comes before the offer (S1-13): on every way on which a newcomer comes to an offer, a welcome and something of use come
/// first. Who has paid, whom the tiers call no newcomer and whom the journey itself calls trusted is none any more.
/// </summary>
internal static class NewcomerCheck
{
    private const int Touches = 2;
    private const string Tiers = "lifecycle-tiers";
    private const string Welcome = "Marketing.SendWelcome";

    private static readonly HashSet<string> Joining = new(StringComparer.Ordinal)
    {
        ContactEventTypes.Joined,
        ContactEventTypes.FriendAdded,
        ContactEventTypes.RelationAdded,
        ContactEventTypes.GroupJoined,
    };

    public static IEnumerable<Diagnostic> Run(JourneyMap map)
    {
        if (SoonestWay(map) is { } way)
        {
            yield return PlayCheck.Found(
                PlayCodes.OfferTooSoon,
                $"A newcomer is offered something before a welcome and something of use: {string.Join(" → ", way.Select(block => block.Label))}.",
                "S1-13",
                "Say two things before the offer on every way; otherwise the limit newcomer_promo holds it back.",
                DiagnosticSeverity.Warning,
                way[^1]
            );
        }
    }

    // Breadth first over blocks and how much was said on the way to them: the shortest way comes first.
    private static IReadOnlyList<JourneyActivity>? SoonestWay(JourneyMap map)
    {
        var ways = new Queue<(IReadOnlyList<JourneyActivity> Way, int Said)>(
            map.Entries.Where(LetsNewcomersIn).Select(entry => ((IReadOnlyList<JourneyActivity>)[entry], 0))
        );
        var seen = new HashSet<(string, int)>();
        while (ways.TryDequeue(out var here))
        {
            var block = here.Way[^1];
            if (PlayBlocks.Offers(block))
            {
                return here.Way;
            }

            var said = here.Said + (IsTouch(block) ? 1 : 0);
            foreach (var (_, next) in said >= Touches ? [] : map.WaysOut(block).Where(way => StaysNew(block, way.Port)))
            {
                if (seen.Add((next.Id, said)))
                {
                    ways.Enqueue(([.. here.Way, next], said));
                }
            }
        }

        return null;
    }

    private static bool LetsNewcomersIn(JourneyActivity entry) =>
        PlayBlocks.Acquires(entry) || entry.Texts("eventTypes").Any(Joining.Contains);

    private static bool IsTouch(JourneyActivity block) =>
        block.Is(Welcome) || (PlayBlocks.ReachesCustomers(block) && !PlayBlocks.Offers(block));

    private static bool StaysNew(JourneyActivity block, string port) =>
        !(block.AsksRules && block.Literal("ruleSet") is Tiers && port is not "new")
        && !(PlayBlocks.AwaitsOrder(block) && port is not "TimedOut")
        && !(
            block.Is(JourneyTypes.ChangeStage)
            && block.Literal("stage") is RelationshipStage.Trusted or RelationshipStage.Insider
        );
}
