using Workflows.Marketing.Channels.WeChat.Subscriptions;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Places.Staff;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every store has to do with consent and relations.</summary>
public abstract class ContactRecordsContract : IAsyncLifetime
{
    private protected const int Tenant = 1;
    private protected static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private int _events;

    private protected ContactRecordsRig Rig { get; private set; } = null!;

    public async Task InitializeAsync() => Rig = await OpenAsync();

    public async Task DisposeAsync() => await Rig.DisposeAsync();

    [Fact]
    public async Task Consents_OfABatchOfContacts_AreThereAtOnce()
    {
        var ann = await AcceptAsync("ann", "contact.opted-out", Now, """{"channel":"sms"}""");
        await AcceptAsync(
            "ann",
            "contact.opted-in",
            Now.AddHours(1),
            """{"purpose":"service","source":"form","textVersion":"v2","staff":"zhang"}"""
        );
        var bob = await AcceptAsync("bob", "contact.joined", Now, "{}");

        var found = await Rig.Consents.FindAsync(Tenant, [ann, bob], default);

        Assert.Equal(ann, Assert.Single(found).Key);
        Assert.True(found[ann].Refuses("sms", "marketing"));
        Assert.True(found[ann].Grants("sms", "service"));
        var lines = await Rig.Consents.ListAsync(Tenant, ann, default);
        Assert.Equal(
            new ConsentEntry(
                new ConsentMark(null, "service", true, Now.AddHours(1)),
                "form",
                "v2",
                "zhang",
                "test",
                "2",
                Now
            ),
            lines[1]
        );
        Assert.Equal(2, lines.Count);
    }

    [Fact]
    public async Task Consents_OfAPosition_AreProvenByTheAnswer_AndAreAboutNothingElse()
    {
        var ann = await AcceptAsync(
            "ann",
            "location.shared",
            Now,
            """{"latitude":31.2,"longitude":121.4,"textVersion":"location-1","source":"h5"}"""
        );
        var bob = await AcceptAsync("bob", "location.declined", Now, """{"textVersion":"location-1","source":"h5"}""");

        var found = await Rig.Consents.FindAsync(Tenant, [ann, bob], default);

        Assert.True(found[ann].Grants("wecom", "location"));
        Assert.True(found[bob].Refuses("wecom", "location"));
        Assert.False(found[bob].Refuses("wecom", "marketing"));
        Assert.False(found[ann].Grants("wecom", "marketing"));
        var line = Assert.Single(await Rig.Consents.ListAsync(Tenant, ann, default));
        Assert.Equal(("h5", "location-1", Now), (line.Source, line.TextVersion, line.Mark.At));
    }

    [Fact]
    public async Task Relations_EventsOutOfOrderAndTwice_KeepTheLatestAndTheLoad()
    {
        await Rig.Staff.SaveAsync(Tenant, [new StaffMember("zhang", "张三")], default);
        var ann = await AcceptAsync("ann", "relation.added", Now, """{"staff":"zhang"}""");
        var bob = await AcceptAsync("bob", "wecom.friend_added", Now, """{"staff":"zhang"}""");
        await AcceptAsync("ann", "relation.lost", Now.AddDays(2), """{"staff":"zhang","by":"customer"}""");
        await AcceptAsync("ann", "relation.added", Now.AddDays(1), """{"staff":"zhang"}""");

        var found = await Rig.Relations.FindAsync(Tenant, [ann, bob], default);

        Assert.Equal(new Relation("zhang", RelationState.Lost, Now.AddDays(2), "customer"), Assert.Single(found[ann]));
        Assert.True(found[bob].AnyExists);
        Assert.Equal([bob], await Rig.Relations.ListContactsAsync(Tenant, "zhang", null, 10, default));
        Assert.Empty(await Rig.Relations.ListContactsAsync(Tenant, "zhang", bob, 10, default));
    }

    [Fact]
    public async Task Relations_HandedToAnotherMember_AreOfThatMember()
    {
        await Rig.Staff.SaveAsync(Tenant, [new StaffMember("zhang", "张三"), new StaffMember("li", "李四")], default);
        var ann = await AcceptAsync("ann", "relation.added", Now, """{"staff":"zhang"}""");

        await AcceptAsync("ann", "relation.lost", Now.AddDays(1), """{"staff":"zhang","by":"transfer"}""");
        await AcceptAsync("ann", "relation.added", Now.AddDays(1), """{"staff":"li"}""");

        Assert.Empty(await Rig.Relations.ListContactsAsync(Tenant, "zhang", null, 10, default));
        Assert.Equal([ann], await Rig.Relations.ListContactsAsync(Tenant, "li", null, 10, default));
        var asked = new AgentRequest("k", ann, Now.AddDays(2));
        Assert.Equal("li", (await Rig.Relations.AssignAsync(Tenant, asked, default))?.Id);
    }

    [Fact]
    public async Task Assign_ByCapacity_TakesTheLeastLoadedUntilAllAreFull()
    {
        await Rig.Staff.SaveAsync(
            Tenant,
            [
                new StaffMember("a", "a") { Capacity = 2, StoreId = "s" },
                new StaffMember("b", "b") { Capacity = 4, StoreId = "s" },
                new StaffMember("c", "c") { Capacity = 9 },
                new StaffMember("d", "d") { StoreId = "s", IsActive = false },
            ],
            default
        );
        var contacts = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            contacts.Add(await AcceptAsync($"c{i}", "contact.joined", Now, "{}"));
        }

        var chosen = new List<string?>();
        foreach (var contact in contacts)
        {
            chosen.Add((await AssignAsync(contact))?.Id);
        }

        Assert.Equal(["a", "b", "b", "a", "b", "b", null], chosen);
        // Whoever is served already stays, whatever the key; nobody is counted twice.
        Assert.Equal("a", (await AssignAsync(contacts[0]))?.Id);
        Assert.Equal(
            ("b", 4),
            await AssignAsync(contacts[1], "another") is { } again ? (again.Id, again.Load) : default
        );

        Task<StaffMember?> AssignAsync(Guid contact, string? key = null) =>
            Rig.Relations.AssignAsync(
                Tenant,
                new AgentRequest(key ?? $"k{contact}", contact, Now) { StoreId = "s" },
                default
            );
    }

    private protected abstract Task<ContactRecordsRig> OpenAsync();

    [Fact]
    public async Task Subscriptions_OneApproval_IsOneMessageHoweverOftenItIsTried()
    {
        var ann = await GrantAsync("ann");

        Assert.Equal(["m1"], await TakeAsync(ann, "m1", "m2"));
        Assert.Equal(["m1"], await TakeAsync(ann, "m1"));
        Assert.Empty(await TakeAsync(ann, "m3"));
        await Rig.Subscriptions.GiveBackAsync(Tenant, ["m1", "unheard-of"], default);
        Assert.Equal(["m3"], await TakeAsync(ann, "m3", "m1"));
        Assert.Equal(
            [new SubscriptionBalance("mini-program", "T1", 0, 1, 0)],
            await Rig.Subscriptions.ListAsync(Tenant, ann, default)
        );
    }

    [Fact]
    public async Task Subscriptions_ManyAtOnce_UseEachApprovalOnce()
    {
        var ann = await GrantAsync("ann", """{"template":"T1","count":3}""");
        string[] keys = [.. Enumerable.Range(0, 12).Select(number => $"m{number}")];

        var taken = await Task.WhenAll(keys.Select(key => Task.Run(() => TakeAsync(ann, key))));

        // Of two who ask at the same instant one may be told to come again; more than there are never get one.
        Assert.InRange(taken.Sum(one => one.Length), 1, 3);
        var rest = await TakeAsync(ann, keys);
        Assert.Equal(3, rest.Length);
    }

    [Fact]
    public async Task Subscriptions_RefusedByThePlatform_AreVoidUntilTheNextApproval()
    {
        var ann = await GrantAsync("ann", """{"template":"T1","count":4}""");
        await GrantAsync("ann", """{"template":"T2"}""");
        await GrantAsync("ann", """{"template":"T1","channel":"official-account"}""");
        await TakeAsync(ann, "sent");
        await TakeAsync(ann, "refused");

        await Rig.Subscriptions.VoidAsync(Tenant, ["refused"], Now.AddHours(1), default);

        Assert.Empty(await TakeAsync(ann, "refused", "next"));
        Assert.Equal(
            [
                new SubscriptionBalance("mini-program", "T1", 0, 1, 3),
                new SubscriptionBalance("mini-program", "T2", 1, 0, 0),
                new SubscriptionBalance("official-account", "T1", 1, 0, 0),
            ],
            await Rig.Subscriptions.ListAsync(Tenant, ann, default)
        );
        await GrantAsync("ann", """{"template":"T1"}""", Now.AddHours(2));
        await Rig.Subscriptions.VoidAsync(Tenant, ["refused"], Now.AddHours(1), default);
        Assert.Equal(["next"], await TakeAsync(ann, "next"));
    }

    [Theory]
    [InlineData("""{"template":""}""")]
    [InlineData("""{"count":2}""")]
    [InlineData("""{"template":"T1","count":0}""")]
    [InlineData("""{"template":"T1","count":101}""")]
    [InlineData("""{"template":"T1","channel":"sms"}""")]
    public async Task Subscriptions_EventThatSaysTooLittle_GrantsNothing(string data)
    {
        var ann = await GrantAsync("ann", data);

        Assert.Empty(await Rig.Subscriptions.ListAsync(Tenant, ann, default));
    }

    private Task<Guid> GrantAsync(string name, string data = """{"template":"T1"}""", DateTimeOffset? at = null) =>
        AcceptAsync(name, ContactEventTypes.SubscriptionGranted, at ?? Now, data);

    private async Task<string[]> TakeAsync(Guid contact, params string[] keys)
    {
        SubscriptionNeed[] needs = [.. keys.Select(key => new SubscriptionNeed(key, contact, "mini-program", "T1"))];
        return [.. (await Rig.Subscriptions.TakeAsync(Tenant, needs, default)).Order(StringComparer.Ordinal)];
    }

    private protected async Task<Guid> AcceptAsync(string name, string type, DateTimeOffset at, string data)
    {
        var one = new ContactEvent(
            "test",
            $"{++_events}",
            type,
            at,
            [new ContactIdentity(IdentityKind.ExternalUserId, name)],
            data
        );
        return (await Rig.Contacts.AcceptAsync(Tenant, [one], Now, default))[0].ContactId;
    }
}
