using Workflows.Marketing.Products;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteProductRegisterTests : ProductRegisterContract
{
    private TestDatabase _database = null!;

    protected override IProductRegister Products => _database.Get<IProductRegister>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(StorageKind.Sqlite);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
