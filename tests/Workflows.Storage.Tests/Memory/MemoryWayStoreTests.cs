using Workflows.Marketing.Channels.WeCom.Ways;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryWayStoreTests : WayStoreContract
{
    protected override IWayStore Ways { get; } = new MemoryWayStore();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
