using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Host.WeCom;

/// <summary>All ways that there are, for what shows more than a page of them.</summary>
internal sealed class WayBook(IWayStore store)
{
    private const int PageSize = 1_000;

    /// <summary>Every way, by name.</summary>
    public async Task<List<Way>> AllAsync(CancellationToken cancellationToken)
    {
        List<Way> all = [];
        IReadOnlyList<Way> page;
        do
        {
            page = await store.ListAsync(
                Tenants.Default,
                all.Count == 0 ? null : all[^1].Spec.Name,
                PageSize,
                cancellationToken
            );
            all.AddRange(page);
        } while (page.Count == PageSize);

        return all;
    }

    /// <summary>The ways whose codes hang in a store, by name; those that WeCom has made.</summary>
    public async Task<List<Way>> OfStoreAsync(string store, CancellationToken cancellationToken) =>
        [
            .. (await AllAsync(cancellationToken)).Where(way =>
                way.Address is not null && string.Equals(way.Spec.Store, store, StringComparison.Ordinal)
            ),
        ];
}
