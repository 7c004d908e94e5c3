using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Tests.Contacts;

/// <summary>Where a contact can be reached, one test a state and channel (S1-11).</summary>
public sealed class ContactReachTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly Contact _contact = new(new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Now));

    [Theory]
    [InlineData("sms", "unknown")]
    [InlineData("official-account", "unknown")]
    [InlineData("wecom", "unknown")]
    [InlineData("wecom", "ok", "relation.added:{\"staff\":\"li\"}")]
    [InlineData(
        "wecom",
        "deleted",
        "relation.added:{\"staff\":\"li\"}",
        "relation.lost:{\"staff\":\"li\",\"by\":\"customer\"}"
    )]
    [InlineData(
        "wecom",
        "ok",
        "relation.added:{\"staff\":\"wang\"}",
        "relation.lost:{\"staff\":\"li\",\"by\":\"customer\"}"
    )]
    [InlineData("sms", "unknown", "relation.lost:{\"staff\":\"li\",\"by\":\"customer\"}")]
    [InlineData("official-account", "ok", "oa.followed:{}")]
    [InlineData("official-account", "unfollowed", "oa.followed:{}", "oa.unfollowed:{}")]
    [InlineData("official-account", "ok", "oa.unfollowed:{}", "oa.followed:{}")]
    [InlineData("official-account", "ok", "oa.followed:{}", "oa.unfollowed:{\"channel\":\"oa-2\"}")]
    [InlineData("oa-2", "unfollowed", "oa.followed:{}", "oa.unfollowed:{\"channel\":\"oa-2\"}")]
    [InlineData("sms", "ok", "contact.opted-in:{\"channel\":\"sms\",\"purpose\":\"marketing\"}")]
    [InlineData("sms", "optedOut", "contact.opted-out:{\"channel\":\"sms\",\"purpose\":\"marketing\"}")]
    [InlineData("official-account", "unknown", "contact.opted-out:{\"channel\":\"sms\"}")]
    [InlineData("official-account", "optedOut", "oa.followed:{}", "contact.opted-out:{}")]
    [InlineData("official-account", "unfollowed", "contact.opted-out:{}", "oa.unfollowed:{}")]
    public void Reach_AfterWhatWasTold_IsOneOfFive(string channel, string state, params string[] told)
    {
        Tell(told);

        Assert.Equal(state, _contact.Reach(channel));
    }

    [Fact]
    public void Reach_WordsOutOfOrder_TheLatestByItsTimeCounts()
    {
        _contact.Fold(Event("oa.unfollowed", "{}", 2));
        _contact.Fold(Event("oa.followed", "{}", 1));

        Assert.Equal("unfollowed", _contact.Reach("official-account"));
        Assert.False(Assert.Single(_contact.ToState().Follows).IsFollowing);
    }

    [Fact]
    public void Merge_OneWhoUnfollowedLater_UnfollowedAndGoesBack()
    {
        var first = new ContactState(Guid.NewGuid(), Now) { Follows = [new("official-account", true, Now)] };
        var second = first with { Follows = [new("official-account", false, Now.AddHours(1))] };

        var merged = ContactMerge.Merge(first, second);

        Assert.Equal(second.Follows, merged.Follows);
        Assert.Equal(first.Follows, ContactMerge.Part(merged, first, second).Follows);
    }

    private void Tell(string[] told)
    {
        foreach (var (index, one) in told.Index())
        {
            string[] parts = one.Split(':', 2);
            _contact.Fold(Event(parts[0], parts[1], index));
        }
    }

    private static ContactEvent Event(string type, string data, int hour) =>
        new("test", $"{hour}", type, Now.AddHours(hour), [], data);
}
