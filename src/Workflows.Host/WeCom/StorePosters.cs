using Workflows.Marketing.Places.Stores;

namespace Workflows.Host.WeCom;

/// <summary>The posters of a store (S0-36).</summary>
internal sealed class StorePosters(WayBook ways, WayPictures pictures)
{
    /// <summary>Prints the posters of all ways whose codes hang in a store, each with the store's name and what the way is.</summary>
    /// <returns>The document and how many posters it has; no document where WeCom does not give a picture.</returns>
    public async Task<(string? Html, int Sheets)> PrintAsync(
        Store store,
        WayPoster poster,
        CancellationToken cancellationToken
    )
    {
        List<string> sheets = [];
        foreach (var way in await ways.OfStoreAsync(store.Id, cancellationToken))
        {
            if (await pictures.ReadAsync(way, cancellationToken) is not { } picture)
            {
                return (null, sheets.Count + 1);
            }

            sheets.Add(poster.Sheet(way, picture, store.Name, way.Spec.Remark));
        }

        return (poster.Document(store.Name, sheets), sheets.Count);
    }
}
