using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Journeys.Checks;

/// <summary>
/// Where people come from and what they are led to: one to many needs figures and traffic (S0-21), and who wins contacts for
/// revenue knows the product that draws them and the one that follows (S3-18).
/// </summary>
internal static class AcquisitionCheck
{
    private const string Section = "acquisition";

    // What a contact does by which sales and interest are counted.
    private static readonly string[] Counted = ["order.", "link.clicked", "content.clicked", "page.viewed"];

    private static readonly HashSet<string> CountingBlocks = new(StringComparer.Ordinal)
    {
        "Marketing.WaitForOrder",
        "Marketing.Interaction",
        "Marketing.PurchaseCycle",
    };

    // The words of acquisition.ways.
    private static readonly string[] Ways =
    [
        "qr",
        "ad",
        "media",
        "package-card",
        "group",
        "sms",
        "call",
        "invite",
        "live",
    ];

    public static IReadOnlyList<Diagnostic> Run(JourneyMap map) =>
        [.. Unknown(map), .. OneToMany(map), .. Products(map)];

    private static IEnumerable<Diagnostic> Unknown(JourneyMap map) =>
        map.Texts(Section, "ways")
            .Except(Ways, StringComparer.Ordinal)
            .Select(way =>
                PlayCheck.Found(
                    PlayCodes.UnknownWay,
                    $"'{way}' in acquisition.ways is no way by which people come in.",
                    "S0-21",
                    $"Choose from {string.Join(", ", Ways)}.",
                    DiagnosticSeverity.Warning
                )
            );

    private static IEnumerable<Diagnostic> OneToMany(JourneyMap map)
    {
        if (map.Text("play") is not "oneToMany")
        {
            yield break;
        }

        if (!map.Blocks.Any(Counts))
        {
            yield return PlayCheck.Found(
                PlayCodes.OneToMany,
                "One to many needs figures, and the journey hears of no order and no click.",
                "S0-21",
                "Connect a source of orders or clicks, and begin with it or wait for it somewhere.",
                DiagnosticSeverity.Warning
            );
        }

        if (
            !map.Entries.Any(PlayBlocks.Acquires)
            && !map.Texts(Section, "ways").Intersect(Ways, StringComparer.Ordinal).Any()
        )
        {
            yield return PlayCheck.Found(
                PlayCodes.OneToMany,
                "One to many needs traffic, and no way is known by which people come in.",
                "S0-21",
                $"Begin with a scan, a lead or a card, or say in acquisition.ways what brings people: {string.Join(", ", Ways)}.",
                DiagnosticSeverity.Warning
            );
        }
    }

    private static bool Counts(JourneyActivity block) =>
        CountingBlocks.Contains(block.Type)
        || Hears(block, "Marketing.ContactEvent", "eventTypes")
        || Hears(block, JourneyTypes.WaitForContactEvent, "eventType");

    private static bool Hears(JourneyActivity block, string type, string input) =>
        block.Is(type)
        && block.Written(input) is { } written
        && Array.Exists(Counted, fact => written.Contains(fact, StringComparison.Ordinal));

    private static IEnumerable<Diagnostic> Products(JourneyMap map)
    {
        if (
            map.Text("goal", "primary") is not "revenue"
            || map.Entries.FirstOrDefault(PlayBlocks.Acquires) is not { } entry
        )
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(map.Text(Section, "leadProduct")))
        {
            yield return PlayCheck.Found(
                PlayCodes.LeadProduct,
                "The journey wins contacts, and does not say which product draws them.",
                "S3-18",
                "Set acquisition.leadProduct.",
                DiagnosticSeverity.Warning,
                entry
            );
        }

        if (string.IsNullOrWhiteSpace(map.Text(Section, "landingProduct")))
        {
            yield return PlayCheck.Found(
                PlayCodes.LeadProduct,
                "The journey wins contacts, and does not say which product follows.",
                "S3-18",
                "Set acquisition.landingProduct.",
                DiagnosticSeverity.Warning,
                entry
            );
        }
    }
}
