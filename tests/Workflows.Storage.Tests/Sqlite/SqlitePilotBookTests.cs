using Workflows.Marketing.Rollouts;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqlitePilotBookTests : PilotBookContract
{
    private TestDatabase _database = null!;

    protected override IPilotBook Pilots => _database.Get<IPilotBook>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(StorageKind.Sqlite);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
