using Workflows.Marketing.Rollouts;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresPilotBookTests : PilotBookContract
{
    private TestDatabase _database = null!;

    protected override IPilotBook Pilots => _database.Get<IPilotBook>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(StorageKind.Postgres);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
