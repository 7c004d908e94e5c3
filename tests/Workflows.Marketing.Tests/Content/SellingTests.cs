using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Marketing.Tests.Mining;

namespace Workflows.Marketing.Tests.Content;

/// <summary>Kinds of daily selling alternate (S2-44): in turn when they are chosen, and never two of one kind in a row as drawn.</summary>
public sealed class SellingTests
{
    private const string Rotating = """
        In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> Turn1
        Turn1 Marketing.RotateSelling <inputs> Push -> Push1
        Turn1 Coupon -> Coupon1
        Turn1 Interaction -> Fun1
        Push1 Marketing.SendMessage template=push
        Coupon1 Marketing.SendMessage template=coupon
        Fun1 Marketing.SendMessage template=fun
        """;

    [Theory]
    [InlineData("postsADay=1", "coupon fun push")]
    [InlineData("kinds=[\"push\",\"coupon\"]", "coupon push")]
    public async Task Rotate_EveryDay_NoKindFollowsItself(string inputs, string expected)
    {
        var days = Enumerable.Range(1, 40).Select(day => (day * 24.0, "journey.begins", (string?)null));

        var run = await Played.Async(Rotating.Replace("<inputs>", inputs, StringComparison.Ordinal), [.. days]);

        string[] said = [.. run.Messages.Select(message => message.Template)];
        Assert.Equal(41, said.Length);
        Assert.All(said.Zip(said.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        var kinds = expected.Split(' ');
        Assert.Equal(kinds, said.Distinct().Order());
        Assert.All(said.Zip(said.Skip(kinds.Length)), pair => Assert.Equal(pair.First, pair.Second));
    }

    [Fact]
    public void Rotation_OnSomeDaysWithSeveralPosts_GoesOnFromOneToTheNext()
    {
        DayOfWeek[] workdays =
        [
            DayOfWeek.Friday,
            DayOfWeek.Monday,
            DayOfWeek.Tuesday,
            DayOfWeek.Wednesday,
            DayOfWeek.Thursday,
        ];
        for (var posts = 1; posts <= 3; posts++)
        {
            var rotation = new SellingRotation(Enum.GetValues<SellingKind>(), workdays, posts);
            SellingKind[] kinds =
            [
                .. Enumerable
                    .Range(0, 70)
                    .Select(day => new DateOnly(2026, 2, 1).AddDays(day))
                    .Where(day => workdays.Contains(day.DayOfWeek))
                    .SelectMany(day => Enumerable.Range(1, posts).Select(post => rotation.KindOf(day, post))),
            ];

            Assert.Equal(50 * posts, kinds.Length);
            Assert.All(kinds.Zip(kinds.Skip(1)), pair => Assert.Equal(((int)pair.First + 1) % 3, (int)pair.Second));
        }
    }

    [Fact]
    public void Rotation_DayWithoutPosts_CountsAsTheNextThatHasSome()
    {
        var rotation = new SellingRotation(
            Enum.GetValues<SellingKind>(),
            [DayOfWeek.Monday, DayOfWeek.Thursday],
            postsADay: 1
        );
        var monday = new DateOnly(2026, 3, 2);

        Assert.Equal(rotation.KindOf(monday.AddDays(3), 1), rotation.KindOf(monday.AddDays(1), 1));
        Assert.Equal(rotation.KindOf(monday.AddDays(7), 1), rotation.KindOf(monday.AddDays(5), 1));
    }

    [Theory]
    [InlineData("kind=sales selling=coupon", "kind=sales selling=coupon", "CNT034 B1")]
    [InlineData("kind=sales selling=coupon", "kind=sales selling=push", "")]
    [InlineData("kind=sales selling=coupon", "kind=sales", "CNT033 B1")]
    [InlineData("kind=knowledge", "kind=sales selling=push", "")]
    [InlineData("content=tea@1", "kind=sales selling=push", "CNT034 B1")]
    [InlineData("content=tea@1", "content=plain@1", "CNT033 B1")]
    [InlineData("content=unknown@1", "content=tea@1", "")]
    [InlineData("content=tea@1 kind=knowledge", "kind=sales selling=push", "CNT034 B1")]
    [InlineData("content=tea@1 kind=script", "kind=sales selling=push", "")]
    public async Task Check_PostsInARow_AreOfDifferentKinds(string first, string second, string expected) =>
        Assert.Equal(
            expected,
            await CheckAsync(
                $"""
                In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> A1
                A1 Marketing.PostMoments template=post staff=li {first} * -> Know1
                Know1 Marketing.PostMoments template=post staff=li kind=knowledge * -> B1
                B1 Marketing.PostMoments template=post staff=li {second} * -> End1
                End1 Elsa.End
                """
            )
        );

    [Fact]
    public async Task Check_PostThatComesBackToItself_FollowsItself() =>
        Assert.Equal(
            "CNT034 A1",
            await CheckAsync(
                """
                In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> A1
                A1 Marketing.PostMoments template=post staff=li kind=sales selling=push * -> Wait1
                Wait1 Elsa.Delay timeSpan=1.00:00:00 -> A1
                """
            )
        );

    [Fact]
    public async Task Check_RotationBetweenThem_ChoosesAnother() =>
        Assert.Equal(
            "",
            await CheckAsync(
                """
                In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> Turn1
                Turn1 Marketing.RotateSelling Push -> A1
                Turn1 Coupon,Interaction -> B1
                A1 Marketing.PostMoments template=post staff=li kind=sales selling=push * -> Turn1
                B1 Marketing.PostMoments template=post staff=li kind=sales selling=coupon * -> Turn1
                """
            )
        );

    [Theory]
    [InlineData("kinds=[\"push\"]", "CNT034 Turn1")]
    [InlineData("kinds=[\"push\",\"coupon\"]", "")]
    public async Task Check_RotationOfOneKind_IsNone(string inputs, string expected) =>
        Assert.Equal(
            expected,
            await CheckAsync(
                $"""
                In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> Turn1
                Turn1 Marketing.RotateSelling {inputs} Push,Coupon,Interaction -> End1
                End1 Elsa.End
                """
            )
        );

    [Theory]
    [InlineData(ContentTheme.Sales, "")]
    [InlineData(ContentTheme.Knowledge, "CNT015 $.selling")]
    [InlineData(null, "CNT015 $.selling")]
    public void Content_ThatDoesNotSell_SaysNotHow(ContentTheme? theme, string expected)
    {
        var item = new ContentItem
        {
            Id = "tea",
            Name = "Tea",
            Kind = "text",
            Theme = theme,
            Selling = SellingKind.Coupon,
            Texts = new Dictionary<string, ContentText>(StringComparer.Ordinal) { ["zh"] = new("券") },
        };

        var found = new ContentCheck(item, new ContentKinds([])).Run();

        Assert.Equal(expected, string.Join(' ', found.Select(one => $"{one.Code} {one.Path}")));
    }

    [Theory]
    [InlineData("", "CNT034 A1")]
    [InlineData("rotated", "")]
    public async Task Check_CalendarThatComesRound_DoesNotSellTheSameWayEachTime(string how, string expected) =>
        Assert.Equal(
            expected,
            await CheckAsync(
                $"""
                In1 Marketing.MemberDay -> {(how is "rotated" ? "Turn1" : "A1")}
                Turn1 Marketing.RotateSelling Push -> A1
                A1 Marketing.PostMoments template=post staff=li kind=sales selling=push * -> End1
                End1 Elsa.End
                """.Replace(
                    how is "rotated" ? "\0" : "Turn1 Marketing.RotateSelling Push -> A1",
                    "",
                    StringComparison.Ordinal
                )
            )
        );

    private static async Task<string> CheckAsync(string drawing)
    {
        var contents = new MemoryContentStore();
        await ApproveAsync(contents, "tea", SellingKind.Push);
        await ApproveAsync(contents, "plain", null);
        var graph = ShippedJourney.Compile(Drawing.Of(drawing, ""));

        var found = await new SellingCheck(contents, 1).CheckAsync(graph, default);

        Assert.All(found, one => Assert.NotEqual(one.Message, JourneyMessages.In(one, Language.Chinese).Message));
        return string.Join(' ', found.Select(one => $"{one.Code} {one.Path}"));
    }

    private static async Task ApproveAsync(MemoryContentStore contents, string id, SellingKind? selling)
    {
        var item = new ContentItem
        {
            Id = id,
            Name = id,
            Kind = "article",
            Theme = ContentTheme.Sales,
            Selling = selling,
        };
        var at = DateTimeOffset.Parse("2026-03-01T00:00:00Z", CultureInfo.InvariantCulture);
        await contents.WriteAsync(1, item, new ContentChange(ContentStep.Write, "li", at), default);
        await contents.MoveAsync(1, id, 1, new ContentChange(ContentStep.Submit, "li", at), default);
        await contents.MoveAsync(1, id, 1, new ContentChange(ContentStep.Approve, "wang", at), default);
    }
}
