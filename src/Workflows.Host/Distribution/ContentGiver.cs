using System.Globalization;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Staff;
using Workflows.Storage.Content;

namespace Workflows.Host.Distribution;

/// <summary>Gives a content of headquarters out to chosen members of the staff (S1-40).</summary>
internal sealed class ContentGiver(
    IContentStore contents,
    IStaffRegister staff,
    DistributionLedger ledger,
    MessageDispatcher dispatcher,
    TimeProvider clock
)
{
    private const int LongestId = 64;
    private const int PageOfStaff = 1_000;

    public async Task<Giving> GiveAsync(
        ContentRef reference,
        ContentToGive asked,
        string by,
        CancellationToken cancellationToken
    )
    {
        if (await contents.FindAsync(Tenants.Default, reference, cancellationToken) is null)
        {
            return new Giving.Unknown($"There is no content '{reference}'.");
        }

        if (await contents.FindSendableAsync(Tenants.Default, reference, cancellationToken) is not { } version)
        {
            return new Giving.Impossible($"'{reference}' is not approved: it may not be said.");
        }

        var now = clock.GetUtcNow();
        var id = asked.Id?.Trim() ?? IdOf(version, now);
        if (Mistake(id, asked, now) is { } mistake)
        {
            return mistake;
        }

        var (members, stranger) = await MembersAsync(asked, cancellationToken);
        if (stranger is not null || members.Count is 0 or > ContentDistribution.MostStaff)
        {
            return new Giving.Mistaken(
                stranger is null
                    ? $"1 to {ContentDistribution.MostStaff} members of the staff get a content, not {members.Count}."
                    : $"There is no active member of the staff '{stranger}'."
            );
        }

        var given = new ContentDistribution(id, version.Ref, members, now, by, asked.DueBy?.ToUniversalTime());
        var tasks = given.Messages(version, asked.Language ?? "zh");
        if (!await ledger.AddAsync(Tenants.Default, given, tasks, cancellationToken))
        {
            return new Giving.Impossible($"Something was given out as '{id}' already.");
        }

        dispatcher.Wake();
        return new Giving.Given((await ledger.FindAsync(Tenants.Default, id, cancellationToken))!);
    }

    private static string IdOf(ContentVersion version, DateTimeOffset now)
    {
        var time = now.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        return $"{version.Item.Id[..Math.Min(version.Item.Id.Length, LongestId - time.Length - 1)]}-{time}";
    }

    private static Giving.Mistaken? Mistake(string id, ContentToGive asked, DateTimeOffset now) =>
        id.Length is 0 or > LongestId ? new Giving.Mistaken($"'id' has 1 to {LongestId} characters.")
        : asked.DueBy <= now ? new Giving.Mistaken("'dueBy' lies in the future.")
        : asked.Language is not (null or "zh" or "en") ? new Giving.Mistaken("'language' is zh or en.")
        : null;

    private async Task<(IReadOnlyList<string> Members, string? Stranger)> MembersAsync(
        ContentToGive asked,
        CancellationToken cancellationToken
    )
    {
        var members = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var id in asked.Staff ?? [])
        {
            if (await staff.FindAsync(Tenants.Default, id, cancellationToken) is not { IsActive: true })
            {
                return ([], id);
            }

            members.Add(id);
        }

        var stores = (asked.Stores ?? []).ToHashSet(StringComparer.Ordinal);
        string? after = null;
        while (stores.Count > 0)
        {
            var page = await staff.ListAsync(Tenants.Default, after, PageOfStaff, cancellationToken);
            members.UnionWith(
                page.Where(one => one is { IsActive: true, StoreId: not null } && stores.Contains(one.StoreId))
                    .Select(one => one.Id)
            );
            if (page.Count < PageOfStaff)
            {
                break;
            }

            after = page[^1].Id;
        }

        return ([.. members], null);
    }
}
