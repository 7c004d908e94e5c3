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

    // The way that each block of entry is.
    private static readonly Dictionary<string, string> WayOf = new(StringComparer.Ordinal)
    {
        ["Marketing.QrScanned"] = "qr",
        ["Marketing.GroupJoined"] = "group",
        ["Marketing.AdLead"] = "ad",
        ["Marketing.MediaLead"] = "media",
        ["Marketing.PackageCardScanned"] = "package-card",
        ["Marketing.FissionInvited"] = "invite",
    };

    public static IReadOnlyList<Diagnostic> Run(JourneyMap map) =>
        [.. Unknown(map), .. Main(map), .. OneToMany(map), .. Products(map)];

    private static IEnumerable<Diagnostic> Main(JourneyMap map)
    {
        var ways = map.Texts(Section, "ways")
            .Concat(map.Entries.Select(entry => WayOf.GetValueOrDefault(entry.Type, "")))
            .Where(way => way.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var main = map.Text(Section, "main");
        if (main is null && ways.Count > 1 && map.Has("goal", "primary"))
        {
            yield return PlayCheck.Found(
                PlayCodes.MainWay,
                $"People come in by several ways ({string.Join(", ", ways)}), and none is said to be the main one.",
                "S0-25",
                "Name one of them in acquisition.main.",
                DiagnosticSeverity.Warning
            );
        }

        if (main is not null && !ways.Contains(main, StringComparer.Ordinal))
        {
            yield return PlayCheck.Found(
                PlayCodes.MainWay,
                $"'{main}' in acquisition.main is none of the ways by which people come in.",
                "S0-25",
                ways.Count == 0 ? "Name the ways in acquisition.ways." : $"Choose from {string.Join(", ", ways)}.",
                DiagnosticSeverity.Warning
            );
        }
    }

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
