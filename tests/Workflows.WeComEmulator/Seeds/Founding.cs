using Workflows.WeComEmulator.Clocks;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Groups;
using Workflows.WeComEmulator.Members;
using Workflows.WeComEmulator.Tags;
using Workflows.WeComEmulator.Ways;

namespace Workflows.WeComEmulator.Seeds;

/// <summary>Makes a company of its description; what exists from the start raises no events.</summary>
internal static class Founding
{
    public static Company Of(CorpSeed seed, EmulatorClock clock, int dice)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(seed.TimeZone);
        var company = new Company(seed.Id, seed.Name, zone, clock, dice);
        foreach (var app in seed.Apps)
        {
            var members = app.Members?.ToHashSet(StringComparer.Ordinal);
            company.Apps[app.Secret] = new CorpApp(app.AgentId, app.Name, app.Secret, members);
        }

        AddMembers(company, seed);
        AddTags(company, seed);
        foreach (var customer in seed.Customers)
        {
            Add(company, customer);
        }

        foreach (var group in seed.Groups)
        {
            Add(company, group);
        }

        AddWays(company, seed);
        company.Callbacks.Settings = seed.Callback;
        return company;
    }

    private static void AddMembers(Company company, CorpSeed seed)
    {
        foreach (var member in seed.Members)
        {
            company.Members[member.UserId] = new Member(member.UserId, member.Name)
            {
                Store = member.Store,
                Department = member.Department,
                Position = member.Position,
                IsActivated = member.Activated,
                IsRealNamed = member.RealNamed,
                HasContactRight = member.ContactRight,
                CustomerCap = member.CustomerCap,
                Policy = seed.Policy,
            };
        }
    }

    private static void AddTags(Company company, CorpSeed seed)
    {
        var now = company.Clock.GetUtcNow();
        foreach (var group in seed.Tags)
        {
            var made = company.Tags.GroupNamed(company.Ids, group.Name, now);
            foreach (var name in group.Tags)
            {
                company.Tags.Add(company.Ids, made, name, now);
            }
        }
    }

    private static void Add(Company company, SeedCustomer seed)
    {
        var customer = new Customer(seed.ExternalUserId, seed.Name)
        {
            Gender = seed.Gender,
            Mobile = seed.Mobile,
            UnionId = seed.UnionId ?? company.Ids.Next("oz", 29),
            OpenId = seed.OpenId ?? company.Ids.Next("oX", 28),
        };
        company.Customers[customer.ExternalUserId] = customer;
        foreach (var friend in seed.Follows)
        {
            var relation = new Relation(friend.UserId, company.Clock.GetUtcNow())
            {
                State = friend.State,
                AddWay = friend.AddWay,
                Remark = friend.Remark,
                RemarkMobiles = friend.Mobiles,
            };
            relation.Tags.UnionWith(friend.Tags.Select(tag => Named(company, tag)).OfType<Tag>().Select(tag => tag.Id));
            customer.Follow(company.Members[friend.UserId], relation);
        }
    }

    private static Tag? Named(Company company, string name) =>
        company
            .Tags.Groups.SelectMany(group => group.Tags)
            .FirstOrDefault(tag => string.Equals(tag.Name, name, StringComparison.Ordinal));

    private static void Add(Company company, SeedGroup seed)
    {
        var now = company.Clock.GetUtcNow();
        var group = new CustomerGroup(seed.ChatId, seed.Name, seed.Owner, now) { Capacity = seed.Capacity };
        company.Groups[group.ChatId] = group;
        group.Add(new GroupMember(seed.Owner, 1, now, 1, null, null), company.Ids);
        foreach (var customer in seed.Customers ?? [])
        {
            group.Add(new GroupMember(customer, 2, now, 3, null, null), company.Ids);
        }
    }

    private static void AddWays(Company company, CorpSeed seed)
    {
        var now = company.Clock.GetUtcNow();
        foreach (var way in seed.ContactWays)
        {
            company.Ways.Contacts[way.ConfigId] = new ContactWay(way.ConfigId, now)
            {
                Type = way.Users.Count == 1 ? 1 : 2,
                Remark = way.Remark,
                State = way.State,
                Users = way.Users,
                SkipVerify = way.SkipVerify,
            };
        }

        foreach (var way in seed.JoinWays)
        {
            company.Ways.Joins[way.ConfigId] = new JoinWay(way.ConfigId, now)
            {
                Remark = way.Remark,
                State = way.State,
                ChatIds = [.. way.ChatIds],
                CreatesRooms = way.RoomBaseName is not null,
                RoomBaseName = way.RoomBaseName,
            };
        }
    }
}
