namespace Workflows.Marketing.Places.Routing;

/// <summary>Why a contact is led to a group, or to none (S0-26…28, S0-33).</summary>
public enum RouteReason
{
    /// <summary>The nearest open store has a free place.</summary>
    NearestStore,

    /// <summary>The nearest open store is full or has no such group; another one in the radius has a free place.</summary>
    NextStore,

    /// <summary>The position was refused: the group of the store whose code was scanned.</summary>
    StoreOfCode,

    /// <summary>Neither position nor store matters: the group fits the contact's features.</summary>
    Features,

    /// <summary>Nothing else was found: the group that is there for this.</summary>
    DefaultGroup,

    /// <summary>The contact sits in such a group already.</summary>
    AlreadyThere,

    /// <summary>No group: no open store lies in the radius.</summary>
    NoStoreInRadius,

    /// <summary>No group: all that come into question are full.</summary>
    AllFull,

    /// <summary>No group: no such group belongs to the stores that come into question.</summary>
    NoSuchGroup,
}
