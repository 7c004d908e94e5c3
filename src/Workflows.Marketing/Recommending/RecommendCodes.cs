namespace Workflows.Marketing.Recommending;

/// <summary>The stable codes of what is wrong with blocks that recommend.</summary>
public static class RecommendCodes
{
    /// <summary>There is no such model.</summary>
    public const string UnknownModel = "REC001";

    /// <summary>A person chooses, and nothing to choose from is written down.</summary>
    public const string NothingChosen = "REC002";
}
