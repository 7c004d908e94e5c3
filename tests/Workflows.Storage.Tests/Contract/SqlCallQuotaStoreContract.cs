using Workflows.Marketing.Channels.WeCom.Quotas;

namespace Workflows.Storage.Tests.Contract;

public abstract class SqlCallQuotaStoreContract(StorageKind kind) : CallQuotaStoreContract
{
    private TestDatabase _database = null!;

    protected override ICallQuotaStore Quotas => _database.Get<ICallQuotaStore>();

    public override async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(kind);

    public override async Task DisposeAsync() => await _database.DisposeAsync();
}
