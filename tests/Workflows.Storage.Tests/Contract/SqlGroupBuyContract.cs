using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What a store of teams in a database has to do beyond that.</summary>
public abstract class SqlGroupBuyContract(StorageKind kind) : GroupBuyContract
{
    private TestDatabase _database = null!;

    protected override IGroupBuyStore Store => _database.Get<IGroupBuyStore>();

    protected override ILedger Ledger => _database.Get<ILedger>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Database_SecondSeatOfAPlaceACustomerAKeyOrALeader_IsRefused()
    {
        var team = await OpenAsync(3);
        await Desk.JoinAsync(team.Id, Seat("j", Contact(1)), default);
        await using var context = _database.Get<WorkflowsDbContextFactory>().Create();

        // By themselves all of them would do.
        foreach (var (place, contact, key, order, role) in Refused)
        {
            await Assert.ThrowsAnyAsync<Exception>(() =>
                context.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO group_buy_seats (tenant, team_id, number, campaign, place, key, contact_id, order_number,
                        role, status, is_new_customer, paid_units, taken_at)
                    VALUES ({Tenant}, {context.KeyParameter(team.Id)}, 9, 'tea', {place}, {key},
                        {context.KeyParameter(contact)}, {order}, {role}, 1, {false}, 0, 0)
                    """
                )
            );
        }

        Assert.Equal(2, (await Store.FindAsync(Tenant, team.Id, default))!.Seats.Count);
    }

    private static (int Place, Guid Contact, string Key, string Order, int Role)[] Refused =>
        [
            (2, Contact(7), "x", "x", 2),
            (3, Contact(1), "x", "x", 2),
            (3, Contact(7), "j", "x", 2),
            (3, Contact(7), "x", "o-j", 2),
            (3, Contact(7), "x", "x", 1),
        ];
}
