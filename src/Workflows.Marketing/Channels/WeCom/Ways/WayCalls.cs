using Workflows.Marketing.Channels.WeCom.Acquisition;
using Workflows.Marketing.Channels.WeCom.ContactWays;

namespace Workflows.Marketing.Channels.WeCom.Ways;

/// <summary>Makes, changes and removes ways of all kinds at WeCom.</summary>
internal sealed class WayCalls(WeComClient client)
{
    private const int ByQrCode = 2;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    public async Task<(string Reference, string? Address)> MakeAsync(WaySpec spec, CancellationToken cancellationToken)
    {
        switch (spec.Kind)
        {
            case WayKind.Contact:
                var added = await client.ContactWays.AddAsync(Contact(spec, null), cancellationToken);
                return (added.ConfigId!, added.QrCode);
            case WayKind.Group:
                var joined = await client.JoinWays.AddAsync(Group(spec, null), cancellationToken);
                var found = await client.JoinWays.GetAsync(joined.ConfigId!, cancellationToken);
                return (joined.ConfigId!, found.JoinWay?.QrCode);
            default:
                var made = await client.Acquisition.AddAsync(Link(spec, null), cancellationToken);
                return (made.Link!.LinkId!, Channel(made.Link.Url!, spec.Name));
        }
    }

    public Task ChangeAsync(WaySpec spec, string reference, CancellationToken cancellationToken) =>
        spec.Kind switch
        {
            WayKind.Contact => client.ContactWays.UpdateAsync(Contact(spec, reference), cancellationToken),
            WayKind.Group => client.JoinWays.UpdateAsync(Group(spec, reference), cancellationToken),
            _ => client.Acquisition.UpdateAsync(Link(spec, reference), cancellationToken),
        };

    public Task RemoveAsync(WayKind kind, string reference, CancellationToken cancellationToken) =>
        kind switch
        {
            WayKind.Contact => client.ContactWays.RemoveAsync(reference, cancellationToken),
            WayKind.Group => client.JoinWays.RemoveAsync(reference, cancellationToken),
            _ => client.Acquisition.RemoveAsync(reference, cancellationToken),
        };

    /// <summary>One that WeCom made although its answer got lost; null where it made none, or does not list them (groups).</summary>
    public async Task<(string Reference, string? Address)?> FindAsync(
        WaySpec spec,
        DateTimeOffset begunAt,
        CancellationToken cancellationToken
    ) =>
        spec.Kind switch
        {
            WayKind.Contact => await FindContactAsync(spec, begunAt, cancellationToken),
            WayKind.Link => await FindLinkAsync(spec, cancellationToken),
            _ => null,
        };

    private async Task<(string, string?)?> FindContactAsync(
        WaySpec spec,
        DateTimeOffset begunAt,
        CancellationToken cancellationToken
    )
    {
        string? cursor = null;
        do
        {
            var question = new ContactWayCalls.WayQuestion(
                (begunAt - Skew).ToUnixTimeSeconds(),
                (begunAt + Skew).ToUnixTimeSeconds(),
                cursor,
                100
            );
            var page = await client.ContactWays.ListAsync(question, cancellationToken);
            foreach (var listed in page.ContactWay)
            {
                var found = await client.ContactWays.GetAsync(listed.ConfigId!, cancellationToken);
                if (string.Equals(found.ContactWay?.State, spec.Name, StringComparison.Ordinal))
                {
                    return (listed.ConfigId!, found.ContactWay!.QrCode);
                }
            }

            cursor = page.NextCursor;
        } while (!string.IsNullOrEmpty(cursor));

        return null;
    }

    private async Task<(string, string?)?> FindLinkAsync(WaySpec spec, CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var page = await client.Acquisition.ListAsync(cursor, cancellationToken);
            foreach (var id in page.LinkIdList)
            {
                var found = await client.Acquisition.GetAsync(id, cancellationToken);
                if (string.Equals(found.Link?.LinkName, spec.Name, StringComparison.Ordinal))
                {
                    return (id, Channel(found.Link!.Url!, spec.Name));
                }
            }

            cursor = page.NextCursor;
        } while (!string.IsNullOrEmpty(cursor));

        return null;
    }

    private static ContactWayCalls.ContactWay Contact(WaySpec spec, string? reference) =>
        new()
        {
            ConfigId = reference,
            Type = reference is null ? (spec.Staff.Count == 1 ? 1 : 2) : null,
            Scene = reference is null ? ByQrCode : null,
            Remark = spec.Remark ?? spec.Name,
            SkipVerify = spec.SkipsVerify,
            State = spec.Name,
            User = spec.Staff,
        };

    private static JoinWayCalls.JoinWay Group(WaySpec spec, string? reference) =>
        new()
        {
            ConfigId = reference,
            Scene = ByQrCode,
            Remark = spec.Remark ?? spec.Name,
            AutoCreateRoom = spec.NewGroupName is null ? 0 : 1,
            RoomBaseName = spec.NewGroupName,
            ChatIdList = spec.Groups,
            State = spec.Name,
        };

    private static AcquisitionCalls.LinkChange Link(WaySpec spec, string? reference) =>
        new()
        {
            LinkId = reference,
            LinkName = spec.Name,
            Range = new AcquisitionCalls.Range { UserList = spec.Staff },
            SkipVerify = spec.SkipsVerify,
        };

    private static string Channel(string url, string name) =>
        $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}customer_channel={name}";
}
