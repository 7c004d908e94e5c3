namespace Workflows.Marketing.Places.Stores;

/// <summary>Where a part of a map, or a store, stands among those still to be looked at.</summary>
/// <param name="Distance">The square of the straight distance; of a part, the least there can be in it.</param>
/// <param name="StoreId">The store; empty for a part, which may hold another store at the same distance.</param>
internal readonly record struct StoreRank(double Distance, string StoreId)
{
    /// <summary>By distance; a part of the map before a store, stores by id.</summary>
    public static IComparer<StoreRank> Order { get; } =
        Comparer<StoreRank>.Create(
            (left, right) =>
                left.Distance.CompareTo(right.Distance) is var order and not 0
                    ? order
                    : string.CompareOrdinal(left.StoreId, right.StoreId)
        );
}
