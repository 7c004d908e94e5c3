using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Tests.Contacts;

public class ContactTests
{
    private static readonly DateTimeOffset Day = new(2021, 3, 1, 0, 0, 0, TimeSpan.FromHours(8));
    private readonly Contact _contact = new(new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Day));
    private readonly List<Effect> _effects = [];
    private int _events;

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
        Receive("weather.changed", Day, """{"to":"rain"}""");

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

        Receive("contact.opted-in", Day.AddDays(1), """{"channel":"sms"}""");

        Assert.Equal([new OptOut("webhook", null)], _contact.OptOuts);

        Receive("contact.opted-in", Day.AddDays(2), null);

        Assert.Empty(_contact.OptOuts);
    }

    [Theory]
    // The latest word on a message decides, in whatever order the words arrive; of two at once the no.
    [InlineData("out@1", "in@2", false)]
    [InlineData("in@2", "out@1", false)]
    [InlineData("in@1", "out@2", true)]
    [InlineData("out@2", "in@1", true)]
    [InlineData("in@1", "out@1", true)]
    [InlineData("out@1", "in@1", true)]
    [InlineData("out@1", "in@2 sms", false)]
    [InlineData("out@1", "in@2 webhook", true)]
    [InlineData("out@2 sms", "in@1", true)]
    public void Refuses_WordsInAnyOrder_FollowsTheLatest(string first, string second, bool refuses)
    {
        foreach (var word in new[] { first, second })
        {
            var (what, rest) = (word.Split('@')[0], word.Split('@')[1].Split(' '));
            Receive(
                $"contact.opted-{what}",
                Day.AddDays(int.Parse(rest[0])),
                rest.Length > 1 ? $$"""{"channel":"{{rest[1]}}"}""" : null
            );
        }

        Assert.Equal(refuses, _contact.Refuses("sms", "marketing"));
        Assert.Equal(!refuses, new Contact(_contact.ToState()).Consents.Grants("sms", "marketing"));
    }

    [Fact]
    public void IsReachable_RelationsComeAndGo_FollowsTheLatestOfEachMember()
    {
        Receive("relation.added", Day.AddDays(1), """{"staff":"zhang"}""");
        Receive("wecom.friend_added", Day.AddDays(1), """{"staff":"li"}""");
        Receive("relation.lost", Day.AddDays(400), """{"staff":"zhang","by":"customer"}""");
        // Late news about a time long gone.
        Receive("relation.lost", Day, """{"staff":"li","by":"staff"}""");

        Assert.True(_contact.IsReachable);
        Assert.Equal((false, true), (_contact.KnownTo("zhang"), _contact.KnownTo("li")));

        Receive("relation.lost", Day.AddDays(500), """{"staff":"li","by":"staff"}""");

        Assert.False(_contact.IsReachable);
        Assert.Equal(["customer", "staff"], _contact.Relations.Select(relation => relation.LostBy));
    }

    [Fact]
    public void RemoveTag_OneOfSeveralMarks_KeepsTheTagUntilTheLastIsGone()
    {
        Assert.True(_contact.AddTag(new TagMark("vip", TagFamily.Attribute, Day, "journey")));
        Assert.True(_contact.AddTag(new TagMark("vip", TagFamily.FollowUp, Day, "wecom", "zhang")));
        Assert.False(_contact.AddTag(new TagMark("vip", TagFamily.Attribute, Day.AddDays(1), "other")));

        Assert.True(_contact.Tagged("vip", "followUp"));
        Assert.False(_contact.Tagged("vip", "campaign"));
        Assert.True(_contact.RemoveTag("vip", TagFamily.Attribute, staffId: null));
        Assert.Equal(["vip"], _contact.Tags);
        Assert.False(_contact.RemoveTag("vip", family: null, staffId: null));
        Assert.True(_contact.RemoveTag("vip", family: null, "zhang"));
        Assert.Empty(_contact.Tags);
    }

    [Fact]
    public void ToState_WithTraits_WakesAContactWithThem()
    {
        _contact.MoveTo(Pool.Client);
        _contact.Approach(RelationshipStage.Trusted);
        _contact.Meet(PersonaType.Brand, "founder");
        _contact.Assign("zhang", Day);

        var woken = new Contact(_contact.ToState());

        Assert.Equal((Pool.Client, RelationshipStage.Trusted, "founder"), (woken.Pool, woken.Stage, woken.Persona));
        Assert.Equal(new Relation("zhang", RelationState.Assigned, Day), Assert.Single(woken.Relations));
        Assert.False(
            woken.MoveTo(Pool.Client)
                || woken.Approach(RelationshipStage.Trusted)
                || woken.Meet(PersonaType.Brand, "founder")
        );
        Assert.Throws<ArgumentException>(() => woken.MoveTo("lake"));
        Assert.Throws<ArgumentException>(() => woken.Approach("friend"));
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

    private ContactEvent Event(string type, DateTimeOffset at, string? data) =>
        new("shop", $"{++_events}", type, at, [new ContactIdentity(IdentityKind.ExternalUserId, "w1")], data);

    private void Receive(string type, DateTimeOffset at, string? data) =>
        _contact.Receive(ContactStimulus.For(Event(type, at, data)), _effects);
}
