using Workflows.Marketing.Simulations;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresSimulationBookTests : SimulationBookContract
{
    private TestDatabase _database = null!;

    protected override ISimulationBook Book => _database.Get<ISimulationBook>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(StorageKind.Postgres);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
