using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Staff;

namespace Workflows.Marketing.Tests.Contacts;

public sealed class SendJudgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly MemoryContactStore _contacts = new();
    private int _events;

    [Fact]
    public async Task Relation_LostToTheSender_IsDroppedForThatSenderOnly()
    {
        var ann = await ReceiveAsync("ann", "relation.added", """{"staff":"zhang"}""");
        await ReceiveAsync("ann", "relation.added", """{"staff":"li"}""");
        await ReceiveAsync("ann", "relation.lost", """{"staff":"zhang","by":"customer"}""");
        var judge = new RelationJudge(new MemoryRelationRegister(_contacts, new MemoryStaffRegister()));

        var verdicts = await judge.JudgeAsync(
            [
                Message(ann, sender: "zhang"),
                Message(ann, sender: "li"),
                Message(ann, sender: "unheard-of"),
                Message(ann, sender: "zhang", carrier: Carrier.Call),
                ToGroup(),
            ],
            Now,
            default
        );

        Assert.Equal(new Verdict.Dropped("relation_lost"), verdicts[0]);
        Assert.All(verdicts.Skip(1), verdict => Assert.IsType<Verdict.Allowed>(verdict));
    }

    [Fact]
    public async Task Follow_AccountThatWasUnfollowed_IsDroppedThereOnlyAndWhateverItIsFor()
    {
        var ann = await ReceiveAsync("ann", "oa.unfollowed", "{}");
        var bob = await ReceiveAsync("bob", "oa.followed", "{}");
        foreach (
            var (contact, accepted) in _contacts.Accepted.Select(one =>
                (_contacts.Contacts.Single(known => known.Id == one.ContactId), one.Event)
            )
        )
        {
            contact.Fold(accepted);
        }

        var verdicts = await new FollowJudge(_contacts).JudgeAsync(
            [
                OnAccount(ann, "marketing"),
                OnAccount(ann, "service"),
                OnAccount(ann, "marketing", channel: "official-account-2"),
                OnAccount(bob, "marketing"),
                Message(ann, sender: "zhang"),
            ],
            Now,
            default
        );

        Assert.All(verdicts.Take(2), verdict => Assert.Equal(new Verdict.Dropped("unfollowed"), verdict));
        Assert.All(verdicts.Skip(2), verdict => Assert.IsType<Verdict.Allowed>(verdict));
    }

    private static LeasedMessage OnAccount(Guid contact, string purpose, string channel = "official-account") =>
        Leased(new Recipient.Person(contact, ContactIdentities.None), Carrier.OfficialAccount, purpose, null, channel);

    private static LeasedMessage Message(
        Guid contact,
        string purpose = "service",
        string? sender = null,
        Carrier carrier = Carrier.Private
    ) => Leased(new Recipient.Person(contact, ContactIdentities.None), carrier, purpose, sender);

    private static LeasedMessage ToGroup() => Leased(new Recipient.Group("g"), Carrier.Group, "marketing", "zhang");

    private static LeasedMessage Leased(
        Recipient recipient,
        Carrier carrier,
        string purpose,
        string? sender,
        string channel = "wecom"
    ) =>
        new(
            1,
            new OutboundMessage("k", recipient, carrier, channel, "t", new MessageContent("x"), purpose, Now, "j", 1)
            {
                Sender = sender,
            },
            1,
            Now
        );

    private async Task<Guid> ReceiveAsync(string name, string type, string data)
    {
        var one = new ContactEvent(
            "test",
            $"{++_events}",
            type,
            Now.AddSeconds(_events),
            [new ContactIdentity(IdentityKind.ExternalUserId, name)],
            data
        );
        return (await _contacts.AcceptAsync(1, [one], Now, default))[0].ContactId;
    }
}
