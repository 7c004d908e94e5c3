namespace Workflows.Marketing.Plays.Referral;

/// <summary>The stable codes of what is wrong with a distribution.</summary>
public static class ReferralCodes
{
    /// <summary>Other than one or two levels are to be paid (S2-34).</summary>
    public const string Levels = "REF001";

    /// <summary>Heads are to be paid for, or an entry fee taken (prohibition of pyramid selling, articles 2 and 7).</summary>
    public const string Heads = "REF002";

    /// <summary>A rule set of rates pays beyond the second level, or more than the order is worth.</summary>
    public const string Rates = "REF003";

    /// <summary>The rights of distributors or invitees are not said (S2-35).</summary>
    public const string Rights = "REF004";

    /// <summary>The name of a program is none.</summary>
    public const string Name = "REF005";

    /// <summary>A row of a file cannot be understood.</summary>
    public const string Row = "REF006";

    /// <summary>A row names somebody nobody knows.</summary>
    public const string Unknown = "REF007";

    /// <summary>A row binds somebody to themselves, or to another referrer than before.</summary>
    public const string Bound = "REF008";
}
