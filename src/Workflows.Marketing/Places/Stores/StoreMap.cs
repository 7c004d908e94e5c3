using System.Collections.Frozen;

namespace Workflows.Marketing.Places.Stores;

/// <summary>
/// Stores by place: a balanced k-d tree over points of the unit sphere, where the straight distance grows with the one
/// along the surface, so that poles and the date line need no care. Immutable, safe on every thread.
/// </summary>
public sealed class StoreMap
{
    private readonly Store[] _stores;
    private readonly SpherePoint[] _points;
    private readonly FrozenDictionary<string, Store> _byId;

    /// <summary>Lays out stores; those without a position or out of business are only found by their id.</summary>
    public StoreMap(IEnumerable<Store> stores)
    {
        ArgumentNullException.ThrowIfNull(stores);
        _byId = stores.ToFrozenDictionary(store => store.Id, StringComparer.Ordinal);
        _stores = [.. _byId.Values.Where(store => store is { IsActive: true, Position: not null })];
        // The same stores in the same order, whatever order a dictionary has: neighbours at one distance are told apart by id.
        Array.Sort(_stores, (left, right) => string.CompareOrdinal(left.Id, right.Id));
        _points = Array.ConvertAll(_stores, store => SpherePoint.Of(store.Position!.Value));
        Arrange(0, _points.Length, axis: 0);
    }

    /// <summary>A map without any store.</summary>
    public static StoreMap Empty { get; } = new([]);

    /// <summary>All stores, those that are found by their id only included.</summary>
    public IReadOnlyCollection<Store> Stores => _byId.Values;

    /// <summary>The store of an id, or null.</summary>
    public Store? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>
    /// The stores around a position, nearest first. Only as much of the map is looked at as is asked for: the first
    /// store of thousands costs some dozen comparisons.
    /// </summary>
    /// <param name="position">Where to begin.</param>
    /// <param name="radius">How far to look, in metres along the surface.</param>
    public IEnumerable<StoreNearby> Around(GeoPoint position, double radius)
    {
        var centre = SpherePoint.Of(position);
        var reach = SpherePoint.SquaredChord(radius);
        var open = new PriorityQueue<StoreMapPart, StoreRank>(StoreRank.Order);
        Open(new StoreMapPart(0, _points.Length, Axis: 0), 0);
        while (open.TryDequeue(out var part, out var rank) && rank.Distance <= reach)
        {
            if (part.IsStore)
            {
                var store = _stores[part.From];
                yield return new StoreNearby(store, position.DistanceTo(store.Position!.Value));
                continue;
            }

            var middle = part.Middle;
            var difference = centre[part.Axis] - _points[middle][part.Axis];
            var beyond = Math.Max(rank.Distance, difference * difference);
            Open(part.Below, difference < 0 ? rank.Distance : beyond);
            Open(part.Above, difference < 0 ? beyond : rank.Distance);
            open.Enqueue(
                StoreMapPart.Store(middle),
                new StoreRank(centre.SquaredDistanceTo(_points[middle]), _stores[middle].Id)
            );
        }

        void Open(StoreMapPart part, double distance)
        {
            if (!part.IsEmpty)
            {
                open.Enqueue(part, new StoreRank(distance, StoreId: ""));
            }
        }
    }

    private void Arrange(int from, int to, int axis)
    {
        if (to - from < 2)
        {
            return;
        }

        Array.Sort(_points, _stores, from, to - from, SpherePoint.Along(axis));
        var part = new StoreMapPart(from, to, axis);
        Arrange(part.Below.From, part.Below.To, part.Below.Axis);
        Arrange(part.Above.From, part.Above.To, part.Above.Axis);
    }
}
