namespace Workflows.Marketing.Channels.WeCom.Records;

/// <summary>What we changed. The numbers are stored: append, never renumber.</summary>
public enum OwnChangeKind : short
{
    /// <summary>A tag; the value is <c>+</c> or <c>-</c> and the tag's id.</summary>
    Tag = 1,

    /// <summary>What a member of staff noted; the value is a hash of all notes as they are then.</summary>
    Note = 2,

    /// <summary>A customer began to go over to another member of staff; the value is that member.</summary>
    CustomerMove = 3,

    /// <summary>A group went over to another member of staff; the value is that member, the customer the group.</summary>
    GroupMove = 4,
}
