using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Plays.Referral.Blocks;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>What has to hold for the blocks of a distribution before a journey is published (S2-34).</summary>
internal static class ReferralCheck
{
    private const string SettleCommission = "Marketing.SettleCommission";
    private const string ReviewTier = "Marketing.ReviewTier";

    /// <summary>Adds what is wrong with a block.</summary>
    public static void Check(JourneyActivity activity, ICollection<Diagnostic> diagnostics)
    {
        if (
            activity.Is(SettleCommission)
            && activity.Written("levels") is { Length: > 0 } written
            && activity.Literal("levels") is not null
            && ReferralProgramCheck.Levels(Whole(written), activity.Id) is { } mistake
        )
        {
            diagnostics.Add(mistake);
        }
    }

    /// <summary>The rule set of rates that a block asks, where that is written down; null for other blocks.</summary>
    public static string? RuleSetOf(JourneyActivity activity) =>
        !activity.Is(SettleCommission) && !activity.Is(ReviewTier) ? null
        : activity.Literal("ruleSet") is { Length: > 0 } name ? name
        : activity.IsGiven("ruleSet") && activity.Literal("ruleSet") is null ? null
        : TierQuestion.RuleSet;

    private static int Whole(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var levels) ? levels : 0;
}
