using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqlitePatienceTests
{
    [Fact]
    public async Task Connections_OfTheModel_WaitForTheirTurn()
    {
        await using var database = await TestDatabase.CreateAsync(StorageKind.Sqlite);
        await using var context = database.Get<WorkflowsDbContextFactory>().Create();

        var waits = await context
            .Database.SqlQueryRaw<int>("SELECT timeout AS \"Value\" FROM pragma_busy_timeout")
            .SingleAsync();

        Assert.Equal(10_000, waits);
    }
}
