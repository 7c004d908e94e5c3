using Workflows.Marketing.Simulations;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteSimulationBookTests : SimulationBookContract
{
    private TestDatabase _database = null!;

    protected override ISimulationBook Book => _database.Get<ISimulationBook>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(StorageKind.Sqlite);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
