using Workflows.Marketing.Service.Orders;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteWorkOrderStoreTests : WorkOrderStoreContract
{
    private TestDatabase _database = null!;

    protected override IWorkOrderStore Store => _database.Get<IWorkOrderStore>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(StorageKind.Sqlite);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
