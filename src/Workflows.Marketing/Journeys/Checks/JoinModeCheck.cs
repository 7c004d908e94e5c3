using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Journeys.Checks;

/// <summary>
/// In plays of one to many many people want a group and nobody's friendship: a code leads straight into the group unless
/// <c>acquisition.joinMode</c> says <c>owner</c>, both ways are compared, or whoever joins a group comes in as well (S0-40).
/// </summary>
internal static class JoinModeCheck
{
    private const string GroupJoined = "Marketing.GroupJoined";
    private const string AssignGroup = "Marketing.AssignGroup";

    private static readonly HashSet<string> AddingAPerson = new(StringComparer.Ordinal)
    {
        "Marketing.QrScanned",
        "Marketing.AssignAgent",
    };

    public static IEnumerable<Diagnostic> Run(JourneyMap map)
    {
        if (
            map.Text("play") is "oneToMany" or "community"
            && map.Text("acquisition", "joinMode") is not "owner"
            && !map.Blocks.Any(block => block.Is("Marketing.JoinModeExperiment"))
            && map.Blocks.FirstOrDefault(block => LeadsToAGroup(map, block)) is { } person
        )
        {
            yield return PlayCheck.Found(
                PlayCodes.PersonFirst,
                "The journey adds a person before the group, and many people want the group only.",
                "S0-40",
                "Let the code lead straight into the group and begin with Group joined, compare both with Join-mode experiment, or set acquisition.joinMode to owner.",
                DiagnosticSeverity.Warning,
                person
            );
        }
    }

    private static bool LeadsToAGroup(JourneyMap map, JourneyActivity block) =>
        AddingAPerson.Contains(block.Type)
        && map.After(block).Any(next => next.Is(AssignGroup))
        && !map.Entries.Any(entry => entry.Is(GroupJoined) && !map.After(entry).Contains(block));
}
