using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Storage.Tests.Contract;

public abstract class SqlWayStoreContract(StorageKind kind) : WayStoreContract
{
    private TestDatabase _database = null!;

    protected override IWayStore Ways => _database.Get<IWayStore>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
