using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Marketing.Places.Routing;

/// <summary>Where a contact is led.</summary>
public abstract record GroupRoute
{
    private GroupRoute(RouteReason reason) => Reason = reason;

    /// <summary>Why there, or why nowhere.</summary>
    public RouteReason Reason { get; }

    /// <summary>A place in a group is held for the contact.</summary>
    /// <param name="Why">Why this group.</param>
    /// <param name="Group">The group.</param>
    /// <param name="Store">The store it belongs to, where that was looked for.</param>
    /// <param name="Distance">How far the store is, in metres; null without a position.</param>
    public sealed record Found(RouteReason Why, CustomerGroup Group, Store? Store = null, double? Distance = null)
        : GroupRoute(Why)
    {
        /// <summary>The group of the same family the contact has to leave (S0-28), or null.</summary>
        public string? LeavesGroupId { get; init; }
    }

    /// <summary>There is no group for the contact.</summary>
    /// <param name="Why">Why not.</param>
    /// <param name="Store">The store that needs one more group, where one came into question.</param>
    public sealed record None(RouteReason Why, Store? Store = null) : GroupRoute(Why);
}
