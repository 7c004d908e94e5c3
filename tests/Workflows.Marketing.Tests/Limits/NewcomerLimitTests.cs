using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;
using static Workflows.Marketing.Tests.Limits.LimitBench;

namespace Workflows.Marketing.Tests.Limits;

/// <summary>The relationship comes before the offer: what the limit <c>newcomer_promo</c> holds back, and until when (S1-13).</summary>
public sealed class NewcomerLimitTests
{
    private readonly LimitBench _bench = new();

    [Fact]
    public async Task Judge_OfferToANewcomer_WaitsForAWelcomeAndSomethingOfUse()
    {
        var offer = _bench.Private() with { Kind = "offer", Stage = "stranger" };
        var waits = new Verdict.Deferred(At(5, 21), "newcomer_promo");

        Assert.Equal(waits, await _bench.AskAsync(offer, At(5, 9)));
        await _bench.AllowAsync(_bench.Send("Welcome") with { Contact = "ann", Purpose = "service" }, At(5, 9));
        Assert.Equal(waits, await _bench.AskAsync(offer, At(5, 9)));
        await _bench.AllowAsync(_bench.Private() with { Kind = "knowledge" }, At(5, 10));

        await _bench.AllowAsync(offer, At(6, 9));
    }

    [Fact]
    public async Task Judge_OfferAskedAgainAtNight_WaitsForTheMorning()
    {
        var verdict = await _bench.AskAsync(_bench.Private() with { Kind = "sales", Stage = "stranger" }, At(5, 11));

        Assert.Equal(new Verdict.Deferred(At(6, 8), "newcomer_promo"), verdict);
    }

    [Theory]
    [InlineData("trusted", 0, "marketing")]
    [InlineData("stranger", 1, "marketing")]
    [InlineData("stranger", 0, "service")]
    public async Task Judge_WhoIsNoNewcomerAndServiceMessages_AreNotHeld(string stage, int orders, string purpose) =>
        await _bench.AllowAsync(
            _bench.Private() with
            {
                Kind = "offer",
                Stage = stage,
                Orders = orders,
                Purpose = purpose,
            },
            At(5, 9)
        );

    [Fact]
    public async Task Judge_StaffTasksAndOffers_AreNoTouches()
    {
        await _bench.AllowAsync(_bench.Send("StaffTask") with { Contact = "ann", Purpose = "service" }, At(5, 9));
        await _bench.AllowAsync(_bench.Private() with { Kind = "offer", Purpose = "service" }, At(5, 9));
        await _bench.AllowAsync(_bench.Private() with { Kind = "knowledge" }, At(5, 9));

        Assert.IsType<Verdict.Deferred>(
            await _bench.AskAsync(_bench.Private() with { Kind = "offer", Stage = "acquainted" }, At(6, 9))
        );
    }

    [Fact]
    public async Task Judge_MessageOfTheOutbox_KnowsTheStageAndTheOrdersOfItsReader()
    {
        var judge = new LimitJudge(
            _bench.Store,
            new LimitRuleBook(_bench.Catalog),
            new MemoryConsentLedger(_bench.Contacts),
            Shanghai
        )
        {
            Contacts = new SendContacts(_bench.Contacts),
        };
        var newcomer = await JoinAsync("ann");
        var trusted = await JoinAsync("bob");
        _bench.Contacts.Contacts.Single(contact => contact.Id == trusted).Approach("trusted");

        var verdicts = await judge.JudgeAsync(
            [Offer("1", newcomer), Offer("2", trusted), Offer("3", newcomer) with { Message = Service(newcomer) }],
            At(5, 9),
            CancellationToken.None
        );

        Assert.Equal(new Verdict.Deferred(At(5, 21), "newcomer_promo"), verdicts[0]);
        Assert.All(verdicts.Skip(1), verdict => Assert.IsType<Verdict.Allowed>(verdict));
    }

    [Fact]
    public async Task Count_GreetingThatLeftAlready_IsATouchAndHoldsNothing()
    {
        var ann = await JoinAsync("ann");
        var greeting = new LeasedMessage(1, Service(ann), 1, At(5, 9));

        await _bench.Judge.CountAsync([greeting], At(5, 9), CancellationToken.None);

        Assert.Empty(await _bench.Store.FindAsync([new(1, greeting.Message.Key)], CancellationToken.None));
        await _bench.AllowAsync(_bench.Private($"{ann:N}") with { Kind = "knowledge" }, At(5, 9));
        await _bench.AllowAsync(_bench.Private($"{ann:N}") with { Kind = "offer", Stage = "stranger" }, At(6, 9));
    }

    [Fact]
    public async Task Publish_WaitThatIsNoTime_IsRefused()
    {
        var publication = await _bench.Catalog.PublishAsync(
            LimitRuleBook.Text().Replace("\"12 hours\"", "\"a while\"", StringComparison.Ordinal)
        );

        Assert.Equal(LimitCodes.BadAgain, Assert.Single(publication.Diagnostics).Code);
    }

    private static OutboundMessage Message(string key, Guid contact, string purpose, string kind) =>
        new(
            key,
            new Recipient.Person(contact, ContactIdentities.None),
            Carrier.Private,
            "other",
            "t",
            new MessageContent("x"),
            purpose,
            At(5, 9),
            "care",
            1
        )
        {
            Kind = kind,
        };

    private static LeasedMessage Offer(string key, Guid contact) =>
        new(1, Message(key, contact, "marketing", "offer"), 1, At(5, 9));

    private static OutboundMessage Service(Guid contact) => Message("s", contact, "service", "welcome");

    private async Task<Guid> JoinAsync(string name)
    {
        var joined = new ContactEvent(
            "test",
            name,
            ContactEventTypes.Joined,
            At(1, 9),
            [new ContactIdentity(IdentityKind.ExternalUserId, name)],
            null
        );
        return (await _bench.Contacts.AcceptAsync(1, [joined], At(1, 9), CancellationToken.None))[0].ContactId;
    }
}
