using Workflows.Marketing.Places.Staff;

namespace Workflows.Marketing.Content;

/// <summary>What journeys give contents out by (S1-40): finds the content and who gets it, and keeps what was given out.</summary>
/// <param name="contents">The contents.</param>
/// <param name="staff">The staff.</param>
/// <param name="tenant">Whose they are.</param>
/// <param name="keep">Keeps what was given out, for the report; the same one twice is one. Null where no report is written.</param>
public sealed class DistributionDesk(
    IContentStore contents,
    IStaffRegister staff,
    int tenant,
    Func<ContentDistribution, CancellationToken, Task>? keep = null
)
{
    private const int PageSize = 1_000;

    /// <summary>The version that may be said, or null.</summary>
    internal Task<ContentVersion?> FindAsync(ContentRef reference, CancellationToken cancellationToken) =>
        contents.FindSendableAsync(tenant, reference, cancellationToken);

    /// <summary>The active members of the staff who are named, or work in one of the stores; each once, in the order of their ids.</summary>
    internal async Task<IReadOnlyList<string>> MembersAsync(
        IReadOnlyCollection<string> named,
        IReadOnlyCollection<string> stores,
        CancellationToken cancellationToken
    )
    {
        var members = new SortedSet<string>(StringComparer.Ordinal);
        IReadOnlyList<StaffMember> page;
        string? after = null;
        do
        {
            page = await staff.ListAsync(tenant, after, PageSize, cancellationToken);
            members.UnionWith(
                page.Where(one =>
                        one.IsActive
                        && (
                            named.Contains(one.Id, StringComparer.Ordinal)
                            || (one.StoreId is { } store && stores.Contains(store, StringComparer.Ordinal))
                        )
                    )
                    .Select(one => one.Id)
            );
            after = page is [.., var last] ? last.Id : after;
        } while (page.Count == PageSize);

        return [.. members.Take(ContentDistribution.MostStaff)];
    }

    /// <summary>Keeps what was given out.</summary>
    internal Task KeepAsync(ContentDistribution distribution, CancellationToken cancellationToken) =>
        keep?.Invoke(distribution, cancellationToken) ?? Task.CompletedTask;
}
