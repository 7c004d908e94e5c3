namespace Workflows.Marketing.Contacts;

/// <summary>The stable codes of what is wrong with attributes.</summary>
public static class AttributeCodes
{
    /// <summary>The schema has no such attribute.</summary>
    public const string Unknown = "ATR001";

    /// <summary>A value, or the way a rule asks, is of another kind.</summary>
    public const string WrongKind = "ATR002";

    /// <summary>A value is not among the choices.</summary>
    public const string NotAChoice = "ATR003";

    /// <summary>An attribute that has to be there is missing or taken away.</summary>
    public const string Missing = "ATR004";

    /// <summary>The schema is not a document of the right shape.</summary>
    public const string BadSchema = "ATR010";

    /// <summary>An attribute of the schema has no name, one that is too long, or the name of another one.</summary>
    public const string BadName = "ATR011";

    /// <summary>An attribute of the schema has no type, or one that there is not.</summary>
    public const string BadType = "ATR012";

    /// <summary>The choices of an attribute are missing, of no use or twice the same.</summary>
    public const string BadChoices = "ATR013";
}
