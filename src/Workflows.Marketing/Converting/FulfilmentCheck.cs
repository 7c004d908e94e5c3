using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Marketing.Places.Stores;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Converting;

/// <summary>Whether the stores can fulfil what a journey offers online (S0-35): those that cannot are named before it is published.</summary>
/// <param name="directory">The stores.</param>
/// <param name="tenant">Whose they are.</param>
public sealed class FulfilmentCheck(StoreDirectory directory, int tenant) : IDefinitionCheck
{
    private const int MostNames = 10;
    private const string Choice = "Marketing.FulfilmentChoice";
    private const string Source = "S0-35";

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Diagnostic>> CheckAsync(
        WorkflowGraph graph,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        var blocks = JourneyActivity.All(graph).ToList();
        if (blocks.Find(block => block.Is(Choice) || SellsOnline(block)) is not { } offer)
        {
            return [];
        }

        var map = await directory.MapAsync(tenant, cancellationToken);
        List<Store> stores =
        [
            .. map.Stores.Where(store => store.IsActive).OrderBy(store => store.Id, StringComparer.Ordinal),
        ];
        return
        [
            .. WithoutAWay(offer, stores),
            .. blocks.Find(block => block.Is(Choice)) is { } choice ? Unsaid(choice, stores) : [],
        ];
    }

    private static bool SellsOnline(JourneyActivity block) =>
        (block.Is("Marketing.Offer") && block.IsGiven("link"))
        || (PlayBlocks.Offers(block) && (block.IsGiven("linkUrl") || block.IsGiven("miniProgram")));

    private static IEnumerable<Diagnostic> WithoutAWay(JourneyActivity offer, List<Store> stores)
    {
        var without = stores.FindAll(store => store.Fulfilment is { HasAny: false });
        if (without.Count > 0)
        {
            yield return PlayCheck.Found(
                PlayCodes.StoresWithoutAWay,
                $"{without.Count} of {stores.Count} stores can neither hand over nor deliver: {Names(without)}.",
                Source,
                "Say how they fulfil, or leave their contacts out by the block Fulfilment choice.",
                without.Count == stores.Count ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                offer
            );
        }
    }

    private static IEnumerable<Diagnostic> Unsaid(JourneyActivity choice, List<Store> stores)
    {
        var unsaid = stores.FindAll(store => store.Fulfilment is null);
        if (unsaid.Count > 0)
        {
            yield return PlayCheck.Found(
                PlayCodes.StoresWithoutAWay,
                $"Nobody has said how {unsaid.Count} of {stores.Count} stores fulfil: {Names(unsaid)}.",
                Source,
                "Say of each store whether it hands over and delivers; until then its contacts are left out.",
                DiagnosticSeverity.Warning,
                choice
            );
        }
    }

    private static string Names(List<Store> stores) =>
        string.Join(", ", stores.Take(MostNames).Select(store => store.Name)) + (stores.Count > MostNames ? " …" : "");
}
