using Workflows.Marketing.Places.Stores;

namespace Workflows.Host.Api.Places;

/// <summary>A store around a position.</summary>
/// <param name="Store">The store.</param>
/// <param name="Distance">How far it is, in whole metres.</param>
/// <param name="IsOpen">Whether it is open now.</param>
internal sealed record NearbyBody(StoreBody Store, long Distance, bool IsOpen)
{
    public static NearbyBody From(StoreNearby near, DateTimeOffset now) =>
        new(StoreBody.From(near.Store), (long)Math.Round(near.Distance), near.Store.IsOpen(now));
}
