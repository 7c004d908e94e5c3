using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;
using static Workflows.Marketing.Tests.Limits.LimitBench;

namespace Workflows.Marketing.Tests.Limits;

/// <summary>Which reason a stopped message carries, what is looked up for it, and what is given back.</summary>
public sealed class LimitReasonTests
{
    private readonly LimitBench _bench = new();

    [Fact]
    public async Task Judge_LawAndArticleDrop_TheLawNamesTheReasonWhereverItStands()
    {
        // The last rule of the document becomes a second law of its own; what is before it drops as well.
        var json = LimitRuleBook.Text();
        json = json.Insert(
            json.LastIndexOf(']'),
            """
            , {
              "RuleName": "platform_first", "Properties": { "source": "p", "authority": "platform", "title": { "en": "p", "zh": "p" } },
              "Expression": "message.Template == \"all\"", "SuccessEvent": "drop"
            }, {
              "RuleName": "law_last", "Properties": { "source": "l", "authority": "law", "title": { "en": "l", "zh": "l" } },
              "Expression": "message.Template == \"all\"", "SuccessEvent": "drop"
            }
            """
        );
        var publication = await _bench.Catalog.PublishAsync(json);
        Assert.True(publication.Succeeded, string.Join('\n', publication.Diagnostics));
        await _bench.AllowAsync(_bench.Private() with { Product = "milk", Purpose = "service" }, At(5, 9));
        var send = _bench.Private() with { Product = "milk", Template = "all" };

        Assert.Equal(new Verdict.Dropped("law_last"), await _bench.AskAsync(send, At(5, 12)));
        Assert.Equal(
            new Verdict.Dropped("opted_out"),
            await _bench.AskAsync(send with { IsRefused = true }, At(5, 12))
        );
        Assert.Equal(
            new Verdict.Dropped("product_repeat"),
            await _bench.AskAsync(send with { Template = "" }, At(5, 12))
        );
    }

    [Fact]
    public async Task Publish_AuthorityThatIsNone_IsRefused()
    {
        var json = LimitRuleBook
            .Text()
            .Replace("\"authority\": \"article\"", "\"authority\": \"rumour\"", StringComparison.Ordinal);

        var publication = await _bench.Catalog.PublishAsync(json);

        Assert.False(publication.Succeeded);
        Assert.Contains(publication.Diagnostics, one => one.Code is LimitCodes.BadAuthority);
    }

    [Fact]
    public async Task Publish_LawWithAnHourOff_IsRefused()
    {
        var json = LimitRuleBook
            .Text()
            .Replace(
                "\"Expression\": \"message.IsRefused\"",
                "\"Expression\": \"message.IsRefused AND message.Hour < 23\"",
                StringComparison.Ordinal
            );

        var publication = await _bench.Catalog.PublishAsync(json);

        var found = Assert.Single(publication.Diagnostics);
        Assert.Equal(LimitCodes.AboveSource, found.Code);
        Assert.Contains("opted_out", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judge_ConsentWithdrawnAfterTheMessageWasQueued_IsDroppedAfterOneLook()
    {
        var ledger = new CountingConsents(new MemoryConsentLedger(_bench.Contacts));
        var judge = new LimitJudge(_bench.Store, new LimitRuleBook(_bench.Catalog), ledger, Shanghai);
        var ann = await ReceiveAsync("ann", "contact.opted-out", """{"purpose":"marketing"}""");
        var bob = await ReceiveAsync("bob", "contact.joined", "{}");

        var verdicts = await judge.JudgeAsync(
            [
                Leased("1", new Recipient.Person(ann, ContactIdentities.None), "marketing"),
                Leased("2", new Recipient.Person(ann, ContactIdentities.None), "service"),
                Leased("3", new Recipient.Person(bob, ContactIdentities.None), "marketing"),
                Leased("4", new Recipient.Group("g"), "marketing"),
            ],
            At(5, 12),
            CancellationToken.None
        );

        Assert.Equal(new Verdict.Dropped("opted_out"), verdicts[0]);
        Assert.All(verdicts.Skip(1), verdict => Assert.IsType<Verdict.Allowed>(verdict));
        Assert.Equal(1, ledger.Looks);
    }

    [Fact]
    public async Task Judge_LimitByStore_CountsGroupsStaffAndTheirFriendsTogether()
    {
        var json = LimitRuleBook.Text();
        json = json.Insert(
            json.LastIndexOf(']'),
            """
            , {
              "RuleName": "store_daily",
              "Properties": { "source": "own", "title": { "en": "s", "zh": "s" }, "scope": "store", "period": "day" },
              "LocalParams": [{ "Name": "max", "Expression": "3" }, { "Name": "counts", "Expression": "message.Template == \"s\"" }],
              "Expression": "counts AND count.Used >= max", "SuccessEvent": "drop"
            }
            """
        );
        Assert.True((await _bench.Catalog.PublishAsync(json)).Succeeded);
        var judge = await WithStoresAsync();
        var ann = await ReceiveAsync("ann", "relation.added", """{"staff":"li"}""");

        var verdicts = await judge.JudgeAsync(
            [
                Leased("group", new Recipient.Group("g"), "service"),
                Leased("staff", new Recipient.Staff("li"), "service"),
                Leased("contact", new Recipient.Person(ann, ContactIdentities.None), "service"),
                Leased("sender", new Recipient.Group("none"), "service", "li"),
                Leased("elsewhere", new Recipient.Staff("wang"), "service"),
                Leased("nowhere", new Recipient.Staff("unheard-of"), "service"),
            ],
            At(5, 12),
            CancellationToken.None
        );

        Assert.Equal([true, true, true, false, true, true], verdicts.Select(verdict => verdict is Verdict.Allowed));
        Assert.Equal(new Verdict.Dropped("store_daily"), verdicts[3]);
    }

    [Fact]
    public async Task Remind_FourthTimeInADay_IsHeldBackUntilTheFirstIsADayOld()
    {
        var outcomes = new List<bool>();
        for (var number = 1; number <= 4; number++)
        {
            outcomes.Add(await RemindAsync(number, At(5, 8 + number)));
        }

        Assert.Equal([true, true, true, false], outcomes);
        Assert.False(await RemindAsync(4, At(6, 8)));
        Assert.True(await RemindAsync(4, At(6, 9)));
    }

    [Fact]
    public async Task Remind_MemberWhoGotThirtyMessagesThisMinute_NobodyIsRemindedAndNothingIsCounted()
    {
        for (var task = 0; task < 30; task++)
        {
            Assert.True(await RemindAsync(1, At(5, 12), $"task{task}", "li"));
        }

        Assert.False(await RemindAsync(1, At(5, 12), "one more", "wang", "li"));
        Assert.True(await RemindAsync(1, At(5, 12, 1), "one more", "wang", "li"));
    }

    private Task<bool> RemindAsync(int number, DateTimeOffset at, string task = "task", params string[] members) =>
        _bench.Judge.MayRemindAsync(
            new TaskReminder(1, "wecom", task, number)
            {
                MemberChannel = members.Length == 0 ? null : "wecom-app",
                Members = members,
            },
            at,
            CancellationToken.None
        );

    private async Task<LimitJudge> WithStoresAsync()
    {
        var groups = new MemoryGroupRegister();
        var staff = new MemoryStaffRegister();
        await groups.SaveAsync(1, [new CustomerGroup("g", "g") { StoreId = "s1" }], default);
        await staff.SaveAsync(
            1,
            [new StaffMember("li", "李") { StoreId = "s1" }, new StaffMember("wang", "王") { StoreId = "s2" }],
            default
        );
        return new LimitJudge(
            _bench.Store,
            new LimitRuleBook(_bench.Catalog),
            new MemoryConsentLedger(_bench.Contacts),
            Shanghai
        )
        {
            Stores = new SendStores(groups, staff, new MemoryRelationRegister(_bench.Contacts, staff)),
        };
    }

    private static LeasedMessage Leased(string key, Recipient recipient, string purpose, string? sender = null) =>
        new(
            1,
            new OutboundMessage(
                key,
                recipient,
                recipient is Recipient.Group ? Carrier.Group : Carrier.Private,
                "wecom",
                "s",
                new MessageContent("x"),
                purpose,
                At(5, 12),
                "j",
                1
            )
            {
                Sender = sender,
            },
            1,
            At(5, 12)
        );

    private async Task<Guid> ReceiveAsync(string name, string type, string data)
    {
        var one = new ContactEvent(
            "test",
            $"{name} {type}",
            type,
            At(5, 9),
            [new ContactIdentity(IdentityKind.ExternalUserId, name)],
            data
        );
        return (await _bench.Contacts.AcceptAsync(1, [one], At(5, 9), default))[0].ContactId;
    }

    private sealed class CountingConsents(IConsentLedger ledger) : IConsentLedger
    {
        public int Looks { get; private set; }

        public Task<IReadOnlyDictionary<Guid, ContactConsents>> FindAsync(
            int tenant,
            IReadOnlyCollection<Guid> contacts,
            CancellationToken cancellationToken
        )
        {
            Looks++;
            return ledger.FindAsync(tenant, contacts, cancellationToken);
        }

        public Task<IReadOnlyList<ConsentEntry>> ListAsync(
            int tenant,
            Guid contactId,
            CancellationToken cancellationToken
        ) => ledger.ListAsync(tenant, contactId, cancellationToken);
    }
}
