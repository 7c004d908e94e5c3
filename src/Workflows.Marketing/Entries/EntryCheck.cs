using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;

namespace Workflows.Marketing.Entries;

/// <summary>No operating blind: every way in says where its contacts come from (S3-06).</summary>
internal static class EntryCheck
{
    private static readonly HashSet<string> Blocks = new(
        [
            "Marketing.QrScanned",
            "Marketing.GroupJoined",
            "Marketing.PackageCardScanned",
            "Marketing.AdLead",
            "Marketing.MediaLead",
            "Marketing.FissionInvited",
        ],
        StringComparer.Ordinal
    );

    public static void Check(JourneyActivity activity, List<Diagnostic> diagnostics)
    {
        if (Blocks.Contains(activity.Type) && !activity.IsGiven("sourceTag"))
        {
            diagnostics.Add(
                new Diagnostic(
                    JourneyCodes.SourceTagMissing,
                    "The block sets no source tag: who comes in here is told apart only where the QR code or link has a tag of its own.",
                    activity.Id,
                    Remedy: "Fill in Source tag.",
                    Severity: DiagnosticSeverity.Warning
                )
                {
                    Source = "S3-06",
                }
            );
        }
    }
}
