using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.Quotas;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Channels.WeCom.Synchronization;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Tests.Limits;

namespace Workflows.Marketing.Tests.Channels.WeCom.Synchronization;

/// <summary>A company whose friends and groups a test changes, and the comparison with it.</summary>
internal sealed class SyncRig : IDisposable
{
    public const int Tenant = 1;

    private readonly WeComServer _server = new();
    private readonly WeComClient _client;

    public SyncRig()
    {
        Bots = new GroupBots(Register, new BotGroups(new LimitBench().Judge));
        _server.Answer = call => new WeComServerAnswer(Answer(call));
        _client = new WeComClient(
            new WeComOptions
            {
                BaseUrl = _server.Url,
                CorpId = "wwCORP",
                Secret = "secret",
            },
            new MemoryAccessTokenStore(),
            new MemoryCallQuotaStore(),
            new EagerClock()
        );
    }

    /// <summary>What each member of staff says of each friend.</summary>
    public SortedDictionary<string, SortedDictionary<string, Friend>> Staff { get; } = new(StringComparer.Ordinal);

    /// <summary>The members of each group, all owned by <c>li</c>.</summary>
    public SortedDictionary<string, SortedSet<string>> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>Customers of a member who left: staff and customer.</summary>
    public List<(string Staff, string Customer)> Unassigned { get; } = [];

    /// <summary>Pages of this many friends.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>After so many calls the server cuts every connection.</summary>
    public int CallsLeft { get; set; } = int.MaxValue;

    /// <summary>Friends that the list by pages forgets and the plain list does not.</summary>
    public HashSet<string> Forgotten { get; } = new(StringComparer.Ordinal);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 10, 3, 0, 0, TimeSpan.Zero));

    public MemoryTieStore Ties { get; } = new();

    public MemorySyncStore Runs { get; } = new();

    /// <summary>What we changed at WeCom ourselves.</summary>
    public MemoryOwnChangeStore Changes { get; } = new();

    public MemoryContactStore Contacts { get; } = new();

    public MemoryGroupRegister Register { get; } = new();

    /// <summary>Who counts the groups of bots.</summary>
    public GroupBots Bots { get; }

    public IReadOnlyList<WeComServerCall> Calls => _server.Calls;

    public WeComSync Sync(string owner = "one") =>
        new(
            _client,
            Runs,
            Ties,
            new ContactEventIntake(Contacts, Clock),
            Bots,
            new WeComSyncOptions
            {
                Tenant = Tenant,
                Owner = owner,
                Clock = Clock,
                Machine = Clock,
                Changes = Changes,
            }
        );

    public async Task<SyncCounts> RunAsync() => (await Sync().RunAsync(null, CancellationToken.None))!.Counts;

    /// <summary>The events since the last time this was asked: type, customer and the data that matters.</summary>
    public string[] News()
    {
        var news = Contacts.Accepted.Skip(_told).Select(one => Describe(one.Event)).ToArray();
        _told = Contacts.Accepted.Count;
        return news;
    }

    public void Befriend(string staff, string customer, Friend? friend = null)
    {
        if (!Staff.TryGetValue(staff, out var friends))
        {
            Staff[staff] = friends = new(StringComparer.Ordinal);
        }

        friends[customer] = friend ?? new Friend();
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private int _told;

    private static string Describe(ContactEvent one)
    {
        var data = JsonSerializer.Deserialize<JsonObject>(one.Data!)!;
        var about = data["tag"] ?? data["group"] ?? data["staff"];
        return $"{one.Type} {one.Identities.Find(IdentityKind.ExternalUserId)} {about}";
    }

    private string? Answer(WeComServerCall call)
    {
        if (CallsLeft-- <= 0)
        {
            return null;
        }

        object answer = call switch
        {
            _ when call.Is("get_follow_user_list") => new { follow_user = Staff.Keys },
            _ when call.Is("get_corp_tag_list") => new
            {
                tag_group = new[]
                {
                    new
                    {
                        group_id = "g",
                        group_name = "喜好",
                        tag = new[] { new { id = "t1", name = "猫" }, new { id = "t2", name = "狗" } },
                    },
                },
            },
            _ when call.Is("batch/get_by_user") => Page(
                (string)call.Body!["userid_list"]![0]!,
                (string)call.Body["cursor"]!
            ),
            _ when call.Is("groupchat/list") => new
            {
                group_chat_list = "li".Equals(
                    (string?)call.Body!["owner_filter"]!["userid_list"]![0],
                    StringComparison.Ordinal
                )
                    ? Groups.Keys.Select(id => new { chat_id = id, status = 0 }).ToArray()
                    : [],
            },
            _ when call.Is("groupchat/get") => new { group_chat = Group((string)call.Body!["chat_id"]!) },
            _ when call.Is("get_unassigned_list") => new
            {
                info = Unassigned.Select(one => new
                {
                    handover_userid = one.Staff,
                    external_userid = one.Customer,
                    dimission_time = 1_700_000_000,
                }),
                is_last = true,
            },
            _ when call.Is("externalcontact/list") => new
            {
                external_userid = Staff[call.Query.Split("userid=")[1].Split('&')[0]].Keys,
            },
            _ => new { errcode = 40058 },
        };
        var json = JsonSerializer.SerializeToNode(answer)!.AsObject();
        json["errcode"] ??= 0;
        return json.ToJsonString();
    }

    private object Page(string staff, string cursor)
    {
        var from = cursor.Length == 0 ? 0 : int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture);
        var friends = Staff[staff].Where(friend => !Forgotten.Contains(friend.Key)).ToArray();
        return new
        {
            external_contact_list = friends
                .Skip(from)
                .Take(PageSize)
                .Select(friend => new
                {
                    external_contact = new
                    {
                        external_userid = friend.Key,
                        name = friend.Value.Name,
                        type = 1,
                    },
                    follow_info = new
                    {
                        userid = staff,
                        createtime = friend.Value.Since,
                        tag_id = friend.Value.Tags,
                        remark_mobiles = friend.Value.Mobiles,
                        remark = friend.Value.Remark,
                        state = "shop-7",
                        add_way = 9_999,
                    },
                }),
            next_cursor = from + PageSize < friends.Length ? $"{from + PageSize}" : "",
        };
    }

    private object Group(string id) =>
        new
        {
            chat_id = id,
            name = $"群 {id}",
            owner = "li",
            create_time = 1_600_000_000,
            member_list = Groups[id]
                .Select(member => new
                {
                    userid = member,
                    type = member.StartsWith("wo", StringComparison.Ordinal) ? 2 : 1,
                    join_time = 1_600_000_000,
                    join_scene = 3,
                }),
        };

    internal sealed record Friend
    {
        public string Name { get; init; } = "小林";

        public long Since { get; init; } = 1_600_000_000;

        public string[] Tags { get; init; } = [];

        public string[] Mobiles { get; init; } = [];

        public string? Remark { get; init; }
    }
}
