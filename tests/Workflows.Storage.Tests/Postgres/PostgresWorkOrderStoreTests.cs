using Workflows.Marketing.Service.Orders;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Postgres;

public sealed class PostgresWorkOrderStoreTests : WorkOrderStoreContract
{
    private TestDatabase _database = null!;

    protected override IWorkOrderStore Store => _database.Get<IWorkOrderStore>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(StorageKind.Postgres);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
