using Workflows.Runtime.Durability;
using Workflows.Storage.Instances;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Sqlite;

public sealed class SqliteInstanceStoreTests : InstanceStoreContract
{
    protected override Task<StoreRig> OpenAsync() => StoreRig.OnAsync(StorageKind.Sqlite);

    protected override async Task<IReadOnlyCollection<DeadWorkItem>> DeadAsync() =>
        await Rig.Database!.Get<InstanceQueries>().ListDeadAsync(StoreRig.Tenant, 10, CancellationToken.None);
}
