namespace Workflows.Marketing.Contacts;

/// <summary>The stable codes of what is wrong with tags.</summary>
public static class TagCodes
{
    /// <summary>The catalogue has no such tag.</summary>
    public const string Unknown = "TAG001";

    /// <summary>The tag belongs to another family.</summary>
    public const string OtherFamily = "TAG002";

    /// <summary>Two tags of a group of which a contact has one at most.</summary>
    public const string Exclusive = "TAG003";

    /// <summary>The catalogue is not a document of the right shape.</summary>
    public const string BadCatalog = "TAG010";

    /// <summary>A group has no name, one that is too long, or the name of another one.</summary>
    public const string BadGroup = "TAG011";

    /// <summary>A group has no family, or one that there is not.</summary>
    public const string BadFamily = "TAG012";

    /// <summary>A tag is empty, too long, or in the catalogue already.</summary>
    public const string BadTag = "TAG013";
}
