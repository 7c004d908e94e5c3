using Workflows.Marketing.Channels.WeCom.Synchronization;

namespace Workflows.Storage.Tests.Contract;

public abstract class SqlSyncStoreContract(StorageKind kind) : SyncStoreContract
{
    private TestDatabase _database = null!;

    protected override ITieStore Ties => _database.Get<ITieStore>();

    protected override ISyncStore Runs => _database.Get<ISyncStore>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
