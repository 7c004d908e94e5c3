namespace Workflows.Marketing.Messaging;

/// <summary>By which direct relation somebody is reached (S0-64): no block speaks to strangers.</summary>
public enum DirectRelation
{
    /// <summary>A friend of a member of the staff: 1:1 chats, Moments, the sidebar.</summary>
    Friend = 1,

    /// <summary>A member of a customer group.</summary>
    Group,

    /// <summary>A follower of an official account, or somebody who approved messages of a mini-program.</summary>
    Follower,

    /// <summary>Somebody who gave a number or an address and agreed: text messages, e-mail, calls, parcels.</summary>
    OptIn,

    /// <summary>No customer: a member of the staff does it.</summary>
    Staff,
}
