using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Workflows.Marketing.Content;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What databases have to do beyond <see cref="StockContract"/>.</summary>
public abstract class SqlStockContract(StorageKind kind) : StockContract
{
    private TestDatabase _database = null!;

    public override async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Database_AskedForMoreThanThereAre_Refuses()
    {
        await Stocks.SaveAsync(1, new Stock("gift", 1), default);
        await using DbConnection connection =
            kind == StorageKind.Sqlite
                ? new SqliteConnection(_database.Options.ConnectionString)
                : new NpgsqlConnection(_database.Options.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE stocks SET taken = 2";

        await Assert.ThrowsAnyAsync<DbException>(command.ExecuteNonQueryAsync);
    }

    private protected override async Task<IStockLedger> OpenAsync()
    {
        _database = await TestDatabase.CreateAsync(kind);
        return _database.Get<IStockLedger>();
    }
}
