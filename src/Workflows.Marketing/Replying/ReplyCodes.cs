namespace Workflows.Marketing.Replying;

/// <summary>The stable codes of what is wrong with blocks that answer.</summary>
public static class ReplyCodes
{
    /// <summary>There is no such model.</summary>
    public const string UnknownModel = "RPL001";

    /// <summary>Nobody answers where the model is not sure.</summary>
    public const string NobodyAnswers = "RPL002";

    /// <summary>The answer that was found is not said.</summary>
    public const string NotSaid = "RPL003";
}
