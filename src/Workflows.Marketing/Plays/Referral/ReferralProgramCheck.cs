using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Invites;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>Says everything that is wrong with a program before it is kept.</summary>
public static class ReferralProgramCheck
{
    private const int LongestText = 500;
    private const string LevelSource = "S2-34";

    /// <summary>All mistakes, with JSON paths; none for a program that can be kept.</summary>
    public static IReadOnlyList<Diagnostic> Run(ReferralProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        List<Diagnostic> diagnostics = [];
        if (!InviteCode.IsCampaign(program.Name))
        {
            diagnostics.Add(
                new Diagnostic(ReferralCodes.Name, "A program is named by 1 to 20 letters and digits.", "$.name")
            );
        }

        if (Levels(program.Levels, "$.levels") is { } levels)
        {
            diagnostics.Add(levels);
        }

        Rights(program.DistributorRights, "$.distributorRights", diagnostics);
        Rights(program.InviteeRights, "$.inviteeRights", diagnostics);
        return diagnostics;
    }

    /// <summary>What is wrong with a number of levels; null for one and two.</summary>
    internal static Diagnostic? Levels(int levels, string path) =>
        levels is >= 1 and <= ReferralProgram.MostLevels
            ? null
            : new Diagnostic(
                ReferralCodes.Levels,
                "A distribution pays one or two levels, never more.",
                path,
                Remedy: "Set 2, or 1 for the strict reading of the platforms' rules."
            )
            {
                Source = LevelSource,
            };

    private static void Rights(string? text, string path, List<Diagnostic> diagnostics)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            diagnostics.Add(
                new Diagnostic(
                    ReferralCodes.Rights,
                    "What distributors and those they bring have of it has to be said for both.",
                    path,
                    Remedy: "Write 1 to 500 characters."
                )
            );
        }
    }
}
