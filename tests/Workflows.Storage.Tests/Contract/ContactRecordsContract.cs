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
    public async Task Assign_ByCapacity_TakesTheLeastLoadedUntilAllAreFull()
    {
        await Rig.Staff.SaveAsync(
            Tenant,
            [
                new StaffMember("a", "a") { Capacity = 1, StoreId = "s" },
                new StaffMember("b", "b") { Capacity = 4, StoreId = "s" },
                new StaffMember("c", "c") { Capacity = 9 },
                new StaffMember("d", "d") { StoreId = "s", IsActive = false },
            ],
            default
        );
        var contacts = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            contacts.Add(await AcceptAsync($"c{i}", "contact.joined", Now, "{}"));
        }

        var chosen = new List<string?>();
        foreach (var contact in contacts)
        {
            chosen.Add((await AssignAsync(contact))?.Id);
        }

        Assert.Equal(["a", "b", "b", "b", "b", null], chosen);
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
