using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Journeys.Checks;

/// <summary>A community is run by a standard procedure: days and slots, not by whoever has time (S1-45).</summary>
internal static class CommunityCheck
{
    private const string GroupSop = "Marketing.GroupSop";

    /// <summary>A journey that lives in groups draws its calendar, or names in <c>sop.calendar</c> the journey that holds it.</summary>
    public static IEnumerable<Diagnostic> Run(JourneyMap map)
    {
        if (
            map.Text("play") is "community"
            && map.Texts("carriers").Contains("group", StringComparer.Ordinal)
            && !map.Blocks.Any(block => block.Is(GroupSop))
            && string.IsNullOrWhiteSpace(map.Text("sop", "calendar"))
        )
        {
            yield return PlayCheck.Found(
                PlayCodes.CommunitySop,
                "The journey lives in groups, and no calendar says what happens in them when.",
                "S1-45",
                "Begin with Group SOP, or name in sop.calendar the journey that does.",
                DiagnosticSeverity.Warning
            );
        }
    }
}
