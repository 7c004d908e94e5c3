using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Ledger;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What a ledger in a database has to do beyond that.</summary>
public abstract class SqlLedgerContract(StorageKind kind) : LedgerContract
{
    private TestDatabase _database = null!;

    protected override ILedger Ledger => _database.Get<ILedger>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Database_EntryOnTheWrongSideOrWithoutTransaction_IsRefused()
    {
        var move = new LedgerMove(new("customers", "all"), new("held", "a"), 1m);
        await Ledger.PostAsync(Tenant, [new("1", DateTimeOffset.UnixEpoch, "pay", "o", [move])], default);
        await using var context = _database.Get<WorkflowsDbContextFactory>().Create();

        await Assert.ThrowsAnyAsync<Exception>(() => InsertAsync(context, "1", 2, 10_000));
        await Assert.ThrowsAnyAsync<Exception>(() => InsertAsync(context, "1", 3, -10_000));
        await Assert.ThrowsAnyAsync<Exception>(() => InsertAsync(context, "1", 1, 10_000));
        await Assert.ThrowsAnyAsync<Exception>(() => InsertAsync(context, "2", 0, -10_000));
        Assert.Equal(0m, await Ledger.SumAsync(Tenant, default));
    }

    private static Task<int> InsertAsync(WorkflowsDbContext context, string key, int number, long units) =>
        context.Database.ExecuteSqlAsync(
            $"INSERT INTO ledger_entries (tenant, key, number, book, owner, units) VALUES ({Tenant}, {key}, {number}, 'b', 'o', {units})"
        );
}
