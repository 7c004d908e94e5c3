using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Alerts;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Documents;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Tests.Limits;

namespace Workflows.Marketing.Tests.Alerts;

/// <summary>Whoever is in charge is told once, whoever brings it and however often.</summary>
public sealed class AlertDeskTests
{
    private static readonly Alert Spent = new(AlertKinds.BudgetSpent, "spring", "500", "预算已用完");
    private readonly FakeTimeProvider _clock = new(LimitBench.At(5, 12));
    private readonly MemoryMessageStore _messages = new();
    private readonly AlertCatalog _catalog;

    public AlertDeskTests() => _catalog = new AlertCatalog(new MemoryDocumentStore(), _clock, tenant: 1);

    [Fact]
    public async Task Raise_NobodyIsNamed_LiesOnTheListOnce()
    {
        Assert.Equal(1, await Desk().RaiseAsync(Spent, default));
        // Another process knows nothing of what this one told.
        Assert.Equal(0, await Desk().RaiseAsync(Spent, default));

        var task = Assert.Single(await TasksAsync());
        Assert.Equal(
            (Carrier.StaffTask, "staff-task", "budget-spent", "预算已用完", null, "alert"),
            (task.Carrier, task.Channel, task.Template, task.Content.Text, task.Sender, task.Journey)
        );
    }

    [Fact]
    public async Task Raise_SeveralReceivers_TellsEachOfEachPeriod()
    {
        Assert.Empty(await _catalog.SaveAsync(new AlertSettings { Receivers = ["wang", "zhao", "wang"] }, default));
        var desk = Desk();

        Assert.Equal(2, await desk.RaiseAsync(Spent, default));
        Assert.Equal(0, await desk.RaiseAsync(Spent with { Text = "again" }, default));
        Assert.Equal(2, await desk.RaiseAsync(Spent with { Period = "900" }, default));

        Assert.Equal(
            ["wang", "wang", "zhao", "zhao"],
            (await TasksAsync()).Select(task => task.Sender).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("", 20, "ALR001")]
    [InlineData("wang", 0, "ALR002")]
    public async Task Settings_ThatAreNone_AreRefused(string receiver, int most, string code)
    {
        var mistakes = await _catalog.SaveAsync(new AlertSettings { Receivers = [receiver], MostADay = most }, default);

        Assert.Equal(code, Assert.Single(mistakes).Code);
        Assert.Equivalent(new AlertSettings(), await _catalog.GetAsync(default));
    }

    /// <summary>A budget for subsidies that does not suffice any more is told once, and offers stop (S2-18).</summary>
    [Fact]
    public async Task Judge_BudgetSpent_IsToldOnceABudget()
    {
        var bench = new LimitBench();
        var judge = new LimitJudge(
            bench.Store,
            new LimitRuleBook(bench.Catalog),
            new MemoryConsentLedger(bench.Contacts),
            LimitBench.Shanghai
        )
        {
            Spent = new BudgetAlerts(Desk()),
        };

        Assert.IsType<Verdict.Allowed>(await AskAsync(judge, "a", "spring", 9_999m));
        Assert.Empty(await TasksAsync());
        Assert.Equal(new Verdict.Dropped("subsidy_budget"), await AskAsync(judge, "b", "spring", 2m));
        Assert.Equal(new Verdict.Dropped("subsidy_budget"), await AskAsync(judge, "c", "spring", 2m));
        Assert.Equal(new Verdict.Dropped("subsidy_budget"), await AskAsync(judge, "d", "autumn", 10_001m));

        Assert.Equal(
            [
                "旅程 autumn 的补贴预算（未写明，按默认值）已不够下一个优惠：优惠 gift 起不再发出。需要继续请提高预算，否则请结束活动。",
                "旅程 spring 的补贴预算（未写明，按默认值）已不够下一个优惠：优惠 gift 起不再发出。需要继续请提高预算，否则请结束活动。",
            ],
            (await TasksAsync()).Select(task => task.Content.Text).Order(StringComparer.Ordinal)
        );
    }

    private static async Task<Verdict> AskAsync(LimitJudge judge, string key, string journey, decimal subsidy)
    {
        var message = new OutboundMessage(
            key,
            new Recipient.Group(key),
            Carrier.Group,
            "wecom",
            "gift",
            new MessageContent("x"),
            "marketing",
            LimitBench.At(5, 12),
            journey,
            1
        )
        {
            Subsidy = subsidy,
        };
        var leased = new LeasedMessage(1, message, 1, LimitBench.At(5, 12));
        return Assert.Single(await judge.JudgeAsync([leased], LimitBench.At(5, 12), default));
    }

    private AlertDesk Desk() => new(_catalog, _messages, tenant: 1, _clock, _clock);

    private async Task<IReadOnlyList<OutboundMessage>> TasksAsync() =>
        [.. (await _messages.ListAsync(1, new MessageQuery { Journey = "alert" }, default)).Select(one => one.Message)];
}
