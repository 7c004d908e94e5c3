using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Products;
using Workflows.Marketing.Recommending;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Tests.Recommending;

/// <summary>What is recommended, whatever the model says (S4-48).</summary>
public sealed class RecommendationDeskTests
{
    private const int Tenant = 1;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 30, 0, TimeSpan.Zero);
    private static readonly Guid Own = Guid.Parse("018f0000-0000-7000-8000-000000000001");
    private readonly MemoryProductRegister _products = new();
    private readonly MemoryContentStore _contents = new();
    private readonly MemoryStockLedger _stocks = new();
    private readonly List<Purchase> _purchases = [];

    [Fact]
    public async Task CoPurchase_BuyersOfTheSame_SayWhatElse()
    {
        await SellAsync("tea", "pot", "cup", "spoon", "book");
        Buys(Own, 100, "tea");
        Buys(Other(1), 3, "tea", "pot");
        Buys(Other(2), 4, "tea");
        Buys(Other(2), 5, "pot", "cup");
        Buys(Other(3), 6, "book", "cup");

        // Two buyers of tea bought pots and one bought cups; who bought the book bought no tea. One's own orders say nothing of others.
        Assert.Equal("pot:2 tea:2 cup:1", await ScoresAsync(CoPurchaseRecommender.ModelName, count: 10, days: 30));
    }

    [Fact]
    public async Task CoPurchase_OnlyUpToTheLastFullHour_AndWithinItsBound()
    {
        await SellAsync("tea", "pot", "cup");
        Buys(Own, 100, "tea");
        _purchases.Add(new Purchase(Other(1), Now.AddMinutes(-20), ["tea", "pot"]));
        _purchases.Add(new Purchase(Other(2), Now.AddMinutes(-40), ["tea", "cup"]));

        Assert.Equal("cup:1 tea:1", await ScoresAsync(CoPurchaseRecommender.ModelName, count: 10, days: 30));
    }

    [Fact]
    public async Task CoPurchase_ContactWithoutOrders_GetsNothing()
    {
        await SellAsync("tea", "pot");
        Buys(Other(1), 3, "tea", "pot");

        Assert.Equal("", await ScoresAsync(CoPurchaseRecommender.ModelName));
    }

    [Theory]
    [InlineData(29.99, "pot")]
    [InlineData(30, "tea")]
    public async Task Ask_BoughtWithinTheDays_IsNeverRecommended(double daysAgo, string expected)
    {
        await SellAsync("tea", "pot");
        Buys(Own, daysAgo, "tea");

        Assert.Equal(expected, await PicksAsync(ChosenRecommender.ModelName, ["tea", "pot"]));
    }

    [Fact]
    public async Task Ask_WhatIsNotSoldOrSoldOut_IsNeverRecommended()
    {
        await SellAsync("c");
        await _products.SaveAsync(Tenant, Hit("a") with { IsActive = false }, default);
        await _products.SaveAsync(Tenant, Hit("b") with { IsSoldOut = true }, default);

        Assert.Equal("c", await PicksAsync(ChosenRecommender.ModelName, ["a", "b", "unknown", "c"]));
        Assert.Equal("c", await PicksAsync("everything"));
    }

    [Fact]
    public async Task Ask_Ties_AreInTheOrderOfIds()
    {
        await SellAsync("b", "c", "a");

        Assert.Equal("a:30 b:30 c:30", await ScoresAsync(RuleRecommender.ModelName, count: 3));
    }

    [Fact]
    public async Task Rules_ScoreOfTheRuleSet_Decides()
    {
        await _products.SaveAsync(Tenant, new Product("gift", "Gift", ProductRole.Gift), default);
        await _products.SaveAsync(Tenant, new Product("hook", "Hook", ProductRole.Traffic), default);
        await _products.SaveAsync(
            Tenant,
            new Product("earns", "Earns", ProductRole.Profit) { Category = "tea" },
            default
        );
        await _products.SaveAsync(Tenant, new Product("old", "Old", ProductRole.Hit) { Category = "tea" }, default);

        Assert.Equal("hook:60 old:30 earns:10", await ScoresAsync(RuleRecommender.ModelName, count: 10));
        Buys(Own, 80, "old");
        Buys(Own, 90, "old", "gift");
        Assert.Equal("hook:60 earns:50 old:30", await ScoresAsync(RuleRecommender.ModelName, count: 10));
    }

    [Fact]
    public async Task Plugin_ItsModel_DecidesByWhatItIsTold()
    {
        foreach (var (sku, category) in new[] { ("a", "cups"), ("b", "tea"), ("c", "tea"), ("d", "books") })
        {
            await _products.SaveAsync(Tenant, Hit(sku) with { Category = category }, default);
        }

        Buys(Own, 40, "a", "b");
        Buys(Own, 50, "b");

        Assert.Equal("b:2 c:2 a:1", await ScoresAsync("same-category", count: 10));
    }

    [Fact]
    public async Task Plugin_ModelOfItsOwn_CannotNameWhatWasNotAsked()
    {
        await SellAsync("tea", "pot");
        Buys(Own, 1, "tea");

        // It names everything there is, best what was bought yesterday.
        Assert.Equal("pot", await PicksAsync("everything", count: 10));
    }

    [Fact]
    public async Task Ask_ModelThatThereIsNot_Fails()
    {
        var fault = await Assert.ThrowsAsync<FaultException>(() => PicksAsync("oracle"));

        Assert.Equal(
            "There is no model 'oracle': there are chosen, co-purchase, everything, rules, same-category.",
            fault.Message
        );
    }

    [Fact]
    public async Task Contents_OnlyWhatMayBeSentIsLeftAndFits()
    {
        await _products.SaveAsync(Tenant, Hit("gone") with { IsSoldOut = true }, default);
        await _stocks.SaveAsync(Tenant, new Stock("empty", 0), default);
        await ApproveAsync(
            new ContentItem
            {
                Id = "a-draft",
                Kind = "article",
                Theme = ContentTheme.Knowledge,
            },
            false
        );
        await ApproveAsync(
            new ContentItem
            {
                Id = "b-empty",
                Kind = "article",
                Stock = "empty",
            }
        );
        await ApproveAsync(
            new ContentItem
            {
                Id = "c-goods",
                Kind = "article",
                Product = "gone",
            }
        );
        await ApproveAsync(
            new ContentItem
            {
                Id = "d-file",
                Kind = "article",
                Media = ["film.mp4"],
            }
        );
        await ApproveAsync(
            new ContentItem
            {
                Id = "e-good",
                Kind = "article",
                Theme = ContentTheme.Knowledge,
            }
        );
        await ApproveAsync(
            new ContentItem
            {
                Id = "f-sales",
                Kind = "article",
                Theme = ContentTheme.Sales,
            }
        );

        Assert.Equal("d-file@1 e-good@1 f-sales@1", await ContentsAsync("wecom", null));
        Assert.Equal("e-good@1 f-sales@1", await ContentsAsync("sms", null));
        Assert.Equal("e-good@1", await ContentsAsync("wecom", ContentTheme.Knowledge));
    }

    private static Guid Other(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 2);

    private static Product Hit(string sku) => new(sku, sku.ToUpperInvariant(), ProductRole.Hit);

    private void Buys(Guid contact, double daysAgo, params string[] products) =>
        _purchases.Add(new Purchase(contact, Now.AddDays(-daysAgo), products));

    private async Task SellAsync(params string[] skus)
    {
        foreach (var sku in skus)
        {
            await _products.SaveAsync(Tenant, Hit(sku), default);
        }
    }

    private async Task ApproveAsync(ContentItem item, bool isApproved = true)
    {
        item = item with
        {
            Name = item.Id,
            Texts = new Dictionary<string, ContentText>(StringComparer.Ordinal) { ["zh"] = new("说") },
        };
        await _contents.WriteAsync(Tenant, item, new ContentChange(ContentStep.Write, "li", Now), default);
        foreach (var step in isApproved ? [ContentStep.Submit, ContentStep.Approve] : Array.Empty<ContentStep>())
        {
            await _contents.MoveAsync(Tenant, item.Id, 1, new ContentChange(step, "wang", Now), default);
        }
    }

    private async Task<string> ContentsAsync(string channel, ContentTheme? theme) =>
        await PicksAsync(
            new RecommendationWish(CandidateKind.Content, "everything", channel) { Theme = theme, Count = 10 }
        );

    private Task<string> PicksAsync(string model, string[]? only = null, int count = 1) =>
        PicksAsync(new RecommendationWish(CandidateKind.Product, model, "wecom") { Only = only ?? [], Count = count });

    private async Task<string> PicksAsync(RecommendationWish wish) =>
        string.Join(' ', (await AskAsync(wish)).Select(one => one.Candidate.Reference));

    private async Task<string> ScoresAsync(string model, int count = 1, int days = 30) =>
        string.Join(
            ' ',
            (
                await AskAsync(
                    new RecommendationWish(CandidateKind.Product, model, "wecom")
                    {
                        Count = count,
                        NotBoughtForDays = days,
                    }
                )
            ).Select(one => $"{one.Candidate.Id}:{one.Score}")
        );

    private async Task<IReadOnlyList<Recommendation>> AskAsync(RecommendationWish wish)
    {
        var ruleSets = await ShippedJourney.RuleSetsAsync();
        await ruleSets.PublishAsync(ShippedJourney.Read("rules", "recommend-score", "rules.json"));
        var book = new MemoryPurchaseBook(_purchases);
        var desk = new RecommendationDesk(
            new RecommenderSet([
                .. RecommendationDesk.Shipped(ruleSets, book, Tenant),
                new SameCategory(),
                new Everything(),
            ]),
            book,
            _products,
            _contents,
            _stocks,
            Tenant
        );
        return await desk.AskAsync(wish, new Contact(new ContactState(Own, Now.AddYears(-1))), Now, default);
    }

    /// <summary>A model of a plug-in that keeps to nothing.</summary>
    private sealed class Everything : IRecommender
    {
        public string Name => "everything";

        public bool IsAlgorithm => true;

        public ValueTask<IReadOnlyList<Recommendation>> RecommendAsync(
            RecommendationQuestion question,
            CancellationToken cancellationToken
        ) =>
            ValueTask.FromResult<IReadOnlyList<Recommendation>>([
                new(new Candidate(CandidateKind.Product, "tea", "Tea") { Product = "tea" }, 99),
                .. question.Candidates.Select(candidate => new Recommendation(candidate, 1)),
                .. question.Candidates.Select(candidate => new Recommendation(candidate, double.NaN)),
            ]);
    }
}
