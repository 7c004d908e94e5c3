using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;
using Workflows.Runtime.Durability;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What databases have to do beyond <see cref="ContactRecordsContract"/>.</summary>
public abstract class SqlContactRecordsContract(StorageKind kind) : ContactRecordsContract
{
    [Fact]
    public async Task Load_OfTheStaff_IsCountedWithEveryBatch()
    {
        await Rig.Staff.SaveAsync(Tenant, [new StaffMember("zhang", "张三")], default);
        await AcceptAsync("ann", "relation.added", Now, """{"staff":"zhang"}""");
        await AcceptAsync("bob", "relation.added", Now, """{"staff":"zhang"}""");

        Assert.Equal(2, (await Rig.Staff.FindAsync(Tenant, "zhang", default))!.Load);

        await AcceptAsync("bob", "relation.lost", Now.AddDays(1), """{"staff":"zhang"}""");

        Assert.Equal(1, (await Rig.Staff.FindAsync(Tenant, "zhang", default))!.Load);
    }

    [Fact]
    public async Task Groups_JoinedAndLeftByEvents_CountTheirMembers()
    {
        var groups = Rig.Database!.Get<IGroupRegister>();
        await groups.SaveAsync(Tenant, [new CustomerGroup("g", "g") { Members = 5 }], default);
        var ann = await AcceptAsync("ann", "group.joined", Now, """{"group":"g"}""");
        await AcceptAsync("ann", "group.joined", Now, """{"group":"g"}""");

        Assert.Equal(6, (await groups.FindAsync(Tenant, "g", default))!.Members);

        await AcceptAsync("ann", "group.left", Now.AddDays(1), """{"group":"g"}""");
        await AcceptAsync("bob", "group.left", Now.AddDays(1), """{"group":"g"}""");

        Assert.Equal(5, (await groups.FindAsync(Tenant, "g", default))!.Members);
        Assert.Equal(SeatState.Left, Assert.Single(await groups.ListSeatsAsync(Tenant, ann, default)).State);
    }

    [Fact]
    public async Task Contact_WithAllTraits_ComesBackAsItWasCommitted()
    {
        var ann = await AcceptAsync("ann", "contact.joined", Now, "{}");
        var contact = new Contact((await Rig.Contacts.FindAsync(Tenant, ann, default))!);
        contact.AddTag(new TagMark("vip", TagFamily.Campaign, Now, "journey", "zhang"));
        contact.MoveTo(Pool.Conversion);
        contact.Approach(RelationshipStage.Insider);
        contact.Meet(PersonaType.Brand, "创始人");
        contact.Meet(PersonaType.Expert, "专家");
        contact.Meet(PersonaType.Sales, "导购");
        contact.Assign("zhang", Now);
        contact.Receive(
            ContactStimulus.For(
                new ContactEvent("s", "1", "contact.opted-out", Now, ContactIdentities.None, """{"channel":"sms"}""")
            ),
            []
        );
        var note = new ContactNote(HistoryKind.Pool, Now, null, Pool.Conversion, new string('j', 300));

        var outcome = await Rig.Database!.Get<IInstanceStore>()
            .CommitAsync(
                new WorkCommit
                {
                    Effects =
                    [
                        new TenantEffect(Tenant, ann, new ContactChanged(contact)),
                        new TenantEffect(Tenant, ann, new ContactNoted("k", ann, note)),
                        new TenantEffect(Tenant, ann, new ContactNoted("k", ann, note)),
                    ],
                },
                default
            );

        Assert.IsType<CommitOutcome.Committed>(outcome);
        Assert.Equivalent(contact.ToState(), await Rig.Contacts.FindAsync(Tenant, ann, default), strict: true);
    }

    [Fact]
    public async Task Assign_LastPlaceFromManySides_GoesToOneOnly()
    {
        await Rig.Staff.SaveAsync(Tenant, [new StaffMember("a", "a") { Capacity = 3 }], default);

        var chosen = await Task.WhenAll(
            Enumerable
                .Range(1, 12)
                .Select(n => new Guid($"0197a000-0000-7000-8000-{n:D12}"))
                .Select(id =>
                    Task.Run(() => Rig.Relations.AssignAsync(Tenant, new AgentRequest($"k{id}", id, Now), default))
                )
        );

        Assert.Equal(3, chosen.Count(member => member is not null));
        Assert.Equal(3, (await Rig.Staff.FindAsync(Tenant, "a", default))!.Load);
    }

    private protected override Task<ContactRecordsRig> OpenAsync() => ContactRecordsRig.OnAsync(kind);
}
