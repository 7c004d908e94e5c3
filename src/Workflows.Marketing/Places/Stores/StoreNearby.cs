namespace Workflows.Marketing.Places.Stores;

/// <summary>A store and how far away it is.</summary>
/// <param name="Store">The store.</param>
/// <param name="Distance">The distance along the surface, in metres.</param>
public sealed record StoreNearby(Store Store, double Distance);
