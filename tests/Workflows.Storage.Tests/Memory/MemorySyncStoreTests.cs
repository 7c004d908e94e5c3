using Workflows.Marketing.Channels.WeCom.Synchronization;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemorySyncStoreTests : SyncStoreContract
{
    protected override ITieStore Ties { get; } = new MemoryTieStore();

    protected override ISyncStore Runs { get; } = new MemorySyncStore();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
