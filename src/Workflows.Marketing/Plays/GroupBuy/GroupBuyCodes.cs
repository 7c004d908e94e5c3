namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>The stable codes of what is wrong with a group-buy before it is published.</summary>
public static class GroupBuyCodes
{
    /// <summary>The campaign's figures are not written down, or cannot be money or a name.</summary>
    public const string NotWritten = "GRP001";

    /// <summary>The plan breaks a rule of <c>groupbuy-policy</c>.</summary>
    public const string AgainstPolicy = "GRP002";

    /// <summary>Nothing after the campaign waits for the team, settles it or refunds it.</summary>
    public const string StepMissing = "GRP003";

    /// <summary>A lottery is on without its legal check.</summary>
    public const string NotChecked = "GRP004";

    /// <summary>A lottery's odds or quota make no sense.</summary>
    public const string BadLottery = "GRP005";

    /// <summary>Another published journey has a campaign of this name.</summary>
    public const string SameCampaign = "GRP006";

    /// <summary>A <c>groupbuy-policy</c> lets teams open that its source advises against (S2-29).</summary>
    public const string AboveAdvice = "GRP007";
}
