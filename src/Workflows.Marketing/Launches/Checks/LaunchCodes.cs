namespace Workflows.Marketing.Launches.Checks;

/// <summary>The stable codes of what is wrong with a scripted launch before it is published.</summary>
public static class LaunchCodes
{
    /// <summary>Phases stand somewhere without a launch that begins (S2-45).</summary>
    public const string NoStart = "LCH001";

    /// <summary>A phase is missing (S2-52).</summary>
    public const string PhaseMissing = "LCH002";

    /// <summary>The phases do not follow each other in their order (S2-52).</summary>
    public const string PhaseOrder = "LCH003";

    /// <summary>A phase begins before the one that precedes it (S2-46).</summary>
    public const string PhaseDay = "LCH004";

    /// <summary>A phase says nothing (S2-46).</summary>
    public const string PhaseSilent = "LCH005";

    /// <summary>Nothing in the value phase says what it is worth to its reader (S2-47).</summary>
    public const string NoValue = "LCH006";

    /// <summary>The link of the sale is open before the sale (S2-49).</summary>
    public const string OpenTooEarly = "LCH007";

    /// <summary>The atmosphere is not made of real orders (S2-50).</summary>
    public const string InventedAtmosphere = "LCH008";

    /// <summary>The launch ends without a review (S2-51).</summary>
    public const string NoReview = "LCH009";

    /// <summary>Daily selling and a script are mixed up (S2-45).</summary>
    public const string Plan = "LCH010";

    /// <summary>Nobody hears who takes part (S2-48).</summary>
    public const string Deaf = "LCH011";

    /// <summary>The link of the sale works after the launch has closed (S2-51).</summary>
    public const string OpenTooLong = "LCH012";

    /// <summary>Nobody can tell whether a phase has done its part (S2-46).</summary>
    public const string NoTarget = "LCH013";
}
