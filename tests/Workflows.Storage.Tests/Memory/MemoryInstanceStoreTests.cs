using Workflows.Runtime.Durability;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryInstanceStoreTests : InstanceStoreContract
{
    protected override Task<StoreRig> OpenAsync() => Task.FromResult(StoreRig.InMemory());

    protected override Task<IReadOnlyCollection<DeadWorkItem>> DeadAsync() =>
        Task.FromResult(((MemoryInstanceStore)Rig.Store).Dead);
}
