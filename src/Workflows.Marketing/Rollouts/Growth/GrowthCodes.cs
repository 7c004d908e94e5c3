namespace Workflows.Marketing.Rollouts.Growth;

/// <summary>The stable codes of what is wrong with a review of the company's stage.</summary>
public static class GrowthCodes
{
    /// <summary>A figure is none.</summary>
    public const string BadFigures = "GRO001";

    /// <summary>The stage asked for is not the one that follows.</summary>
    public const string NotNext = "GRO002";

    /// <summary>The gate is passed over, and nobody answers for it or says why.</summary>
    public const string NoSponsor = "GRO003";

    /// <summary>The published rule set cannot judge.</summary>
    public const string NoJudgement = "GRO004";
}
