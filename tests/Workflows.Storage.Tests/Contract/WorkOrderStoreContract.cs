using Workflows.Marketing.Service.Orders;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every store of work orders has to do.</summary>
public abstract class WorkOrderStoreContract : IAsyncLifetime
{
    private const int Tenant = StoreRig.Tenant;
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ann = Guid.Parse("018f0000-0000-7000-8000-000000000001");
    private static readonly Guid Bob = Guid.Parse("018f0000-0000-7000-8000-000000000002");

    protected abstract IWorkOrderStore Store { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Save_WorkOrder_ComesBackWithEverythingItSays()
    {
        var full = Order(1, Ann) with
        {
            State = WorkOrderState.Closed,
            Topic = "退货",
            Demand = "想退一件",
            Staff = "li",
            LastAt = Now.AddHours(1),
            AnsweredAt = Now.AddMinutes(3),
            ClosedAt = Now.AddHours(2),
            Outcome = WorkOrderOutcome.Traded,
            TradedAt = Now.AddHours(2),
            Asks = 1,
            Rating = 5,
            Comment = "好",
        };
        var entry = new WorkOrderEntry("a", full.Id, WorkOrderStep.Opened, Now, "customer", "退货");

        Assert.True(await Store.SaveAsync(Tenant, full, entry, default));

        Assert.Equal(full with { Revision = 1 }, await Store.FindAsync(Tenant, full.Id, default));
        Assert.Equal(entry, await Store.FindEntryAsync(Tenant, "a", default));
        Assert.Equal([entry], await Store.ListEntriesAsync(Tenant, full.Id, default));
        Assert.Null(await Store.FindEntryAsync(Tenant, "b", default));
        Assert.Null(await Store.FindAsync(Tenant, Ann, default));
    }

    [Fact]
    public async Task Save_OldRevisionOrKnownKey_KeepsNothing()
    {
        var order = Order(1, Ann);
        Assert.True(await Store.SaveAsync(Tenant, order, Entry("a", order), default));

        Assert.False(await Store.SaveAsync(Tenant, order with { Topic = "new" }, Entry("b", order), default));
        Assert.False(
            await Store.SaveAsync(Tenant, order with { Topic = "new", Revision = 1 }, Entry("a", order), default)
        );

        Assert.Null((await Store.FindAsync(Tenant, order.Id, default))!.Topic);
        Assert.Null(await Store.FindEntryAsync(Tenant, "b", default));
        Assert.True(
            await Store.SaveAsync(Tenant, order with { Topic = "new", Revision = 1 }, Entry("b", order), default)
        );
    }

    [Fact]
    public async Task List_WorkOrders_AreFoundByStateStaffAndContact_TheLatestFirst()
    {
        WorkOrder[] all =
        [
            Order(1, Ann) with
            {
                Staff = "li",
            },
            Order(2, Ann) with
            {
                LastAt = Now.AddHours(2),
            },
            Order(3, Bob) with
            {
                Staff = "li",
                LastAt = Now.AddHours(1),
            },
            Order(4, Ann) with
            {
                State = WorkOrderState.Merged,
                LastAt = Now.AddHours(9),
            },
        ];
        foreach (var order in all)
        {
            Assert.True(await Store.SaveAsync(Tenant, order, Entry($"{order.Id}", order), default));
        }

        Assert.Equal(all[1].Id, (await Store.FindLatestAsync(Tenant, Ann, default))!.Id);
        Assert.Equal("4,2,3,1", await ListAsync(new WorkOrderQuery()));
        Assert.Equal("2,3,1", await ListAsync(new WorkOrderQuery(WorkOrderState.Open)));
        Assert.Equal("3,1", await ListAsync(new WorkOrderQuery(Staff: "li")));
        Assert.Equal("2", await ListAsync(new WorkOrderQuery(ContactId: Ann, Skip: 1, Take: 1)));
    }

    [Fact]
    public async Task Regroup_LinesOfTheHistory_MoveOrStayTogether()
    {
        var (one, two) = (Order(1, Ann), Order(2, Ann));
        Assert.True(await Store.SaveAsync(Tenant, one, Entry("a", one), default));
        Assert.True(await Store.SaveAsync(Tenant, one with { Revision = 1 }, Entry("b", one), default));
        Assert.True(await Store.SaveAsync(Tenant, two, Entry("c", two), default));

        Assert.False(
            await Store.RegroupAsync(Tenant, one with { Revision = 1 }, two with { Revision = 1 }, ["a"], [], default)
        );
        Assert.Equal(["a", "b"], await KeysAsync(one));
        Assert.True(
            await Store.RegroupAsync(
                Tenant,
                one with
                {
                    Revision = 2,
                    State = WorkOrderState.Merged,
                    MergedInto = two.Id,
                },
                two with
                {
                    Revision = 1,
                },
                ["a", "b"],
                [Entry("m", one)],
                default
            )
        );

        Assert.Equal(["m"], await KeysAsync(one));
        Assert.Equal(["a", "b", "c"], await KeysAsync(two));
        Assert.Equal(two.Id, (await Store.FindAsync(Tenant, one.Id, default))!.MergedInto);
    }

    private static WorkOrder Order(byte number, Guid contact) => new(IdOf(number), contact, Now);

    private static Guid IdOf(byte number) => new(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, number);

    private static WorkOrderEntry Entry(string key, WorkOrder order) =>
        new(key, order.Id, WorkOrderStep.Asked, Now, "customer");

    private async Task<string> ListAsync(WorkOrderQuery query) =>
        string.Join(
            ',',
            (await Store.ListAsync(Tenant, query, default)).Select(order => order.Id.ToByteArray(bigEndian: true)[15])
        );

    private async Task<string[]> KeysAsync(WorkOrder order) =>
        [.. (await Store.ListEntriesAsync(Tenant, order.Id, default)).Select(entry => entry.Key)];
}
