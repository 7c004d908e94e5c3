using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Groups;
using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.Ways;

/// <summary>A customer scans a QR code or opens an acquisition link.</summary>
internal static class Scan
{
    private const int ByQrCode = 3;

    public static ScanResult Of(Company company, Customer customer, string scanned)
    {
        var configId = QrCodes.ConfigId(scanned);
        return company.Ways.Contacts.TryGetValue(configId, out var way) && !way.HasExpired(company.Clock.GetUtcNow())
                ? Contact(company, customer, way)
            : company.Ways.Joins.TryGetValue(configId, out var join) ? Join(company, customer, join)
            : new ScanResult("invalid");
    }

    /// <summary>A customer opens an acquisition link; the channel in its address becomes the state.</summary>
    public static ScanResult Link(Company company, Customer customer, AcquisitionLink link, string? channel)
    {
        link.Clicks++;
        var result = Add(company, customer, link.Users, channel, AddWays.AcquisitionLink, link.SkipVerify);
        if (result is { Kind: "added", Member: { } member })
        {
            link.Customers.Add((customer.ExternalUserId, member, channel));
        }

        return result;
    }

    private static ScanResult Contact(Company company, Customer customer, ContactWay way)
    {
        var users = way.Users.Concat(
            company
                .Members.Values.Where(member => way.Parties.Contains(member.Department))
                .Select(member => member.UserId)
        );
        return Add(company, customer, [.. users.Distinct()], way.State, AddWays.QrCode, way.SkipVerify);
    }

    private static ScanResult Add(
        Company company,
        Customer customer,
        IReadOnlyList<string> users,
        string? state,
        int addWay,
        bool skipVerify
    )
    {
        if (users.FirstOrDefault(customer.Follows.ContainsKey) is { } friend)
        {
            customer.Follows[friend].LastChatAt = company.Clock.GetUtcNow();
            return new ScanResult("known", friend);
        }

        List<Member> free =
        [
            .. users
                .Select(user => company.Members.GetValueOrDefault(user))
                .OfType<Member>()
                .Where(member => member.CanServe && !member.IsFull),
        ];
        if (free.Count == 0)
        {
            return new ScanResult("full");
        }

        var chosen = free[company.Dice.Next(free.Count)];
        if (!skipVerify)
        {
            customer.Requests[chosen.UserId] = new FriendRequest(
                chosen.UserId,
                company.Clock.GetUtcNow(),
                state,
                addWay
            );
            return new ScanResult("requested", chosen.UserId);
        }

        var code = Acquaintance.Befriend(company, customer, chosen, state, addWay);
        return new ScanResult("added", chosen.UserId, WelcomeCode: code);
    }

    private static ScanResult Join(Company company, Customer customer, JoinWay way)
    {
        var groups = way
            .ChatIds.Select(chat => company.Groups.GetValueOrDefault(chat))
            .OfType<CustomerGroup>()
            .ToList();
        if (groups.Find(group => group.Has(customer.ExternalUserId)) is { } mine)
        {
            return new ScanResult("known", ChatId: mine.ChatId);
        }

        var open = groups.Find(group => !group.IsFull) ?? NewRoom(company, way, groups.LastOrDefault());
        if (open is null)
        {
            return new ScanResult("full");
        }

        GroupLife.Join(company, open, customer, ByQrCode, way.State);
        return new ScanResult("joined", ChatId: open.ChatId);
    }

    /// <summary>When all are full, the platform opens another one with the next number, if the way says so.</summary>
    private static CustomerGroup? NewRoom(Company company, JoinWay way, CustomerGroup? like)
    {
        if (!way.CreatesRooms || like is null)
        {
            return null;
        }

        var name = $"{way.RoomBaseName ?? like.Name}{way.RoomBaseId++}";
        var room = GroupLife.Create(company, name, like.Owner, like.Capacity);
        way.ChatIds.Add(room.ChatId);
        return room;
    }
}
