namespace Workflows.Marketing.Contacts;

/// <summary>How a contact stands to a member of the staff. The numbers are stored: append, never renumber.</summary>
public enum RelationState : short
{
    /// <summary>The member was chosen for the contact; they have not added each other yet.</summary>
    Assigned = 1,

    /// <summary>They are friends: the member can write to the contact.</summary>
    Exists = 2,

    /// <summary>One of them deleted the other, or the contact went over to somebody else.</summary>
    Lost = 3,
}
