using System.Globalization;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Service;
using Workflows.Marketing.Service.Orders;

namespace Workflows.Marketing.Tests.Service;

public sealed class WorkOrderDeskTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Contact Ann = ServiceRig.Customer(Start);

    // A chat of ten days: hours since the start, who speaks, the topic, and what it is to the work orders.
    private const string Chat = """
        0    staff     -       Ignored
        1    customer  退货    Opened
        1.05 staff     退货    Continued
        4.9  customer  换货    Continued
        9.5  staff     退货    Ignored
        30   customer  退货    Reopened
        30.5 staff     -       Continued
        40   customer  发票    Opened
        41   customer  -       Continued
        240  customer  发票    Opened
        """;

    [Fact]
    public async Task Hear_AChatOfTenDays_GivesThreeWorkOrdersWithTheirBoundaries()
    {
        var rig = await ServiceRig.CreateAsync();
        foreach (var line in Chat.Split('\n'))
        {
            var (message, word) = Read(line);
            var heard = await rig.Desk.HearAsync(Ann, message, message.At, default);
            Assert.True(word.Equals($"{heard.Word}", StringComparison.Ordinal), $"{line}: {heard.Word}");

            // The same again changes nothing.
            Assert.Equal(heard.Word, (await rig.Desk.HearAsync(Ann, message, message.At, default)).Word);
        }

        var orders = await rig.Store.ListAsync(1, new WorkOrderQuery(), default);
        Assert.Equal(
            [("发票", 240.0, 240.0), ("发票", 40.0, 41.0), ("退货", 1.0, 30.5)],
            orders.Select(order => (order.Topic, HoursOf(order.OpenedAt), HoursOf(order.LastAt)))
        );
        Assert.Equal(3, orders[2].ResponseMinutes!.Value, tolerance: 0.001);
        Assert.Equal(5, (await rig.Store.ListEntriesAsync(1, orders[2].Id, default)).Count);
    }

    [Fact]
    public async Task Close_WorkOrder_OnceByItsKey_AndTheCustomerReopensIt()
    {
        var rig = await ServiceRig.CreateAsync();
        var order = await OpenAsync(rig);

        var closed = await CloseAsync("k");
        Assert.Equal(
            (WorkOrderState.Closed, "traded", Start.AddHours(2)),
            (closed!.State, closed.Outcome, closed.TradedAt)
        );
        Assert.Equal(closed, await CloseAsync("k"));
        Assert.Null(await CloseAsync("other"));

        var again = await rig.Desk.HearAsync(Ann, Message(2.5, isInbound: true), Start.AddHours(2.5), default);
        Assert.Equal(
            (SessionWord.Reopened, order.Id, WorkOrderState.Open),
            (again.Word, again.Order!.Id, again.Order.State)
        );
        Assert.Null(again.Order.ClosedAt);

        Task<WorkOrder?> CloseAsync(string key) =>
            rig.Desk.CloseAsync(order.Id, WorkOrderOutcome.Traded, key, "li", Start.AddHours(2), default);
    }

    [Fact]
    public async Task Rate_WorkOrder_TheFirstRatingCounts_AndIsAskedForTwiceAtMost()
    {
        var rig = await ServiceRig.CreateAsync();
        var order = await OpenAsync(rig);

        Assert.Equal(1, (await AskAsync("1"))!.Asks);
        Assert.Equal(1, (await AskAsync("1"))!.Asks);
        Assert.Equal(2, (await AskAsync("2"))!.Asks);
        Assert.Null(await AskAsync("3"));
        Assert.Null(await rig.Desk.RateAsync(order.Id, 6, null, Start, default));
        Assert.Equal(4, (await rig.Desk.RateAsync(order.Id, 4, " 好 ", Start, default))!.Rating);
        Assert.Null(await rig.Desk.RateAsync(order.Id, 1, "坏", Start, default));

        var rated = await rig.Desk.FindAsync(order.Id, default);
        Assert.Equal((4, "好"), (rated!.Rating, rated.Comment));

        Task<WorkOrder?> AskAsync(string key) => rig.Desk.AskAsync(order.Id, key, "j", Start, default);
    }

    [Fact]
    public async Task SplitAndMerge_WorkOrder_KeepTheHistory()
    {
        var rig = await ServiceRig.CreateAsync();
        var order = await OpenAsync(rig);
        await rig.Desk.HearAsync(Ann, Message(1, isInbound: false), Start, default);
        await rig.Desk.HearAsync(Ann, Message(2, isInbound: true) with { Topic = "发票" }, Start, default);
        await rig.Desk.HearAsync(Ann, Message(3, isInbound: false), Start, default);

        Assert.Null(await rig.Sorting.SplitAsync(order.Id, Start.AddHours(9), "li", Start, default));
        var split = await rig.Sorting.SplitAsync(order.Id, Start.AddHours(2), "li", Start.AddHours(4), default);
        Assert.Equal(("发票", Start.AddHours(2), Start.AddHours(3)), (split!.Topic, split.OpenedAt, split.LastAt));
        Assert.Equal(Start.AddHours(1), (await rig.Desk.FindAsync(order.Id, default))!.LastAt);
        Assert.Equal("Asked,Answered,Split", await StepsAsync(split.Id));
        Assert.Equal("Opened,Answered,Split", await StepsAsync(order.Id));

        Assert.Null(await rig.Sorting.MergeAsync(order.Id, order.Id, "li", Start, default));
        var merged = await rig.Sorting.MergeAsync(split.Id, order.Id, "li", Start.AddHours(5), default);
        Assert.Equal((order.Id, Start.AddHours(3)), (merged!.Id, merged.LastAt));
        Assert.Equal("Opened,Answered,Asked,Answered,Split,Split,Merged", await StepsAsync(order.Id));
        Assert.Equal("Merged", await StepsAsync(split.Id));
        Assert.Null(await rig.Sorting.MergeAsync(split.Id, order.Id, "li", Start, default));

        async Task<string> StepsAsync(Guid id) =>
            string.Join(',', (await rig.Store.ListEntriesAsync(1, id, default)).Select(entry => entry.Step));
    }

    private static async Task<WorkOrder> OpenAsync(ServiceRig rig) =>
        (await rig.Desk.HearAsync(Ann, Message(0, isInbound: true), Start, default)).Order!;

    private static ServiceMessage Message(double hours, bool isInbound) =>
        new(string.Create(CultureInfo.InvariantCulture, $"chat:{hours}"), Start.AddHours(hours), isInbound, "li");

    private static (ServiceMessage Message, string Word) Read(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var hours = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return (Message(hours, parts[1] is "customer") with { Topic = parts[2] is "-" ? null : parts[2] }, parts[3]);
    }

    private static double HoursOf(DateTimeOffset at) => Math.Round((at - Start).TotalHours, 3);
}
