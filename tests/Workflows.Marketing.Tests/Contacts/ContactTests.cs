using Workflows.Marketing.Contacts;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Tests.Contacts;

public class ContactTests
{
    private static readonly DateTimeOffset Day = new(2021, 3, 1, 0, 0, 0, TimeSpan.FromHours(8));
    private readonly Contact _contact = new(new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Day));
    private readonly List<Effect> _effects = [];

    [Fact]
    public void Receive_OrderPaid_CountsItAndRemembersTheLatestDay()
    {
        Receive("order.paid", Day.AddDays(3), """{"quantity":2,"amount":11.77}""");
        Receive("order.paid", Day.AddDays(1), """{"amount":0.23}""");

        Assert.Equal(2, _contact.PaidOrderCount);
        Assert.Equal(12.00m, _contact.PaidAmount);
        Assert.Equal(Day.AddDays(3), _contact.LastPaidAt);
        Assert.Equal(2, _effects.Count);
        Assert.All(_effects, effect => Assert.Same(_contact, Assert.IsType<ContactChanged>(effect).Contact));
    }

    [Fact]
    public void Receive_EventBeforeTheFirstKnownOne_MovesTheJoinBack()
    {
        Receive("contact.joined", Day.AddDays(-2), null);

        Assert.Equal(Day.AddDays(-2), _contact.JoinedAt);
    }

    [Fact]
    public void Receive_EventTheContactDoesNotKnow_ChangesNothing()
    {
        Receive("link.clicked", Day, """{"url":"https://example.org"}""");

        Assert.Empty(_effects);
    }

    [Fact]
    public void Receive_AnotherStimulus_ChangesNothing()
    {
        _contact.Receive(new Stimulus("Elsa.Event", "order.paid"), _effects);

        Assert.Equal(0, _contact.PaidOrderCount);
        Assert.Empty(_effects);
    }

    [Fact]
    public void Receive_PayloadAsJson_IsTheSameEvent()
    {
        var paid = Event("order.paid", Day, """{"amount":5}""");

        _contact.Receive(ContactStimulus.For(paid) with { Payload = ContactEventJson.Write(paid) }, _effects);

        Assert.Equal(5m, _contact.PaidAmount);
    }

    [Theory]
    [InlineData("""{"channel":"sms"}""", true, false)]
    [InlineData("""{"purpose":"marketing"}""", true, true)]
    [InlineData("""{"channel":"webhook","purpose":"marketing"}""", false, true)]
    [InlineData(null, true, true)]
    public void Refuses_AfterOptOut_CoversWhatWasSaid(string? data, bool sms, bool webhook)
    {
        Receive("contact.opted-out", Day, data);

        Assert.Equal(sms, _contact.Refuses("sms", "marketing"));
        Assert.Equal(webhook, _contact.Refuses("webhook", "marketing"));
        Assert.Equal(data is null, _contact.Refuses("wecom", "service"));
    }

    [Fact]
    public void Receive_OptIn_TakesBackWhatItCovers()
    {
        Receive("contact.opted-out", Day, """{"channel":"sms"}""");
        Receive("contact.opted-out", Day, """{"channel":"webhook"}""");

        Receive("contact.opted-in", Day, """{"channel":"sms"}""");

        Assert.Equal([new OptOut("webhook", null)], _contact.OptOuts);
    }

    [Fact]
    public void SetAttribute_EqualValueOfAnotherType_IsNoNews()
    {
        Assert.True(_contact.SetAttribute("points", 3));
        Assert.False(_contact.SetAttribute("points", 3.00m));
        Assert.True(_contact.SetAttribute("points", null));
        Assert.Empty(_contact.Attributes);
    }

    [Fact]
    public void ToState_AfterChanges_WakesAnEqualContact()
    {
        Receive("order.paid", Day, """{"amount":5}""");
        _contact.SetAttribute("tier", "first");
        _contact.AddTag("vip");

        var woken = new Contact(_contact.ToState());

        Assert.Equal("first", woken.Attribute("tier"));
        Assert.Equal(["vip"], woken.Tags);
        Assert.Equal((1, 5m, (DateTimeOffset?)Day), (woken.PaidOrderCount, woken.PaidAmount, woken.LastPaidAt));
    }

    private static ContactEvent Event(string type, DateTimeOffset at, string? data) =>
        new("shop", "1", type, at, [new ContactIdentity(IdentityKind.ExternalUserId, "w1")], data);

    private void Receive(string type, DateTimeOffset at, string? data) =>
        _contact.Receive(ContactStimulus.For(Event(type, at, data)), _effects);
}
