using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Tests.Contacts;

/// <summary>What behaviour leaves behind with a contact (S3-63).</summary>
public sealed class BehaviourFactsTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly Contact _contact = new(new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Now));

    [Fact]
    public void Fold_InterestsInAnyOrder_AreOneListWithoutRepeats()
    {
        Tell("interest.shown", """{"topic":"护肤","in":"chat"}""");
        Tell("interest.shown", """{"topic":"彩妆"}""");
        Tell("interest.shown", """{"topic":"护肤"}""");

        Assert.Equal("""["彩妆","护肤"]""", _contact.Text("interests"));
        Assert.True(_contact.Includes("interests", "护肤"));
        Assert.Equal(3, _contact.Number("reactions"));
    }

    [Fact]
    public void Fold_ScoresOutOfOrder_TheLatestByItsTimeCounts()
    {
        Tell("interest.scored", """{"topic":"护肤","score":80.5}""", hour: 2);
        Tell("interest.scored", """{"topic":"护肤","score":20}""", hour: 1);

        Assert.Equal(80.5m, _contact.Number("interestScore_护肤"));
        Assert.True(_contact.Includes("interests", "护肤"));
        Tell("interest.scored", """{"topic":"护肤","score":10}""", hour: 3);
        Assert.Equal(10, _contact.Number("interestScore_护肤"));
        // What somebody worked out is no reaction of the contact.
        Assert.Null(_contact.Number("reactions"));
    }

    [Theory]
    [InlineData("interest.scored", """{"topic":"护肤","score":101}""")]
    [InlineData("interest.scored", """{"topic":"护肤"}""")]
    [InlineData("interest.scored", """{"score":50}""")]
    [InlineData("page.viewed", """{"title":"价格"}""")]
    [InlineData("anything.else", """{"topic":"护肤","score":50,"page":"/"}""")]
    public void Fold_DataThatSaysTooLittle_ChangesNothing(string type, string data)
    {
        Assert.False(Tell(type, data));

        Assert.Empty(_contact.Attributes);
    }

    [Fact]
    public void Fold_PagesAndActions_AreTheLastPageAndAList()
    {
        Tell("page.viewed", """{"page":"/price"}""", hour: 2);
        Tell("page.viewed", """{"page":"/home"}""", hour: 1);
        Tell("action.done", """{"action":"attended"}""");

        Assert.Equal("/price", _contact.Text("lastPage"));
        Assert.True(_contact.Includes("actions", "attended"));
        Assert.Equal(1, _contact.Number("reactions"));
    }

    [Fact]
    public void Fold_MoreTopicsThanAPersonHas_KeepsTheFirstHundred()
    {
        for (var topic = 0; topic < 101; topic++)
        {
            Tell("interest.scored", $$"""{"topic":"t{{topic:000}}","score":1}""");
        }

        Assert.True(_contact.Includes("interests", "t099"));
        Assert.False(_contact.Includes("interests", "t100"));
        Assert.False(_contact.Has("interestScore_t100"));
    }

    private bool Tell(string type, string data, int hour = 0) =>
        _contact.Fold(new ContactEvent("site", "1", type, Now.AddHours(hour), [], data));
}
