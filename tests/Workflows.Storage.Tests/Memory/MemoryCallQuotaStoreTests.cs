using Workflows.Marketing.Channels.WeCom.Quotas;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryCallQuotaStoreTests : CallQuotaStoreContract
{
    protected override ICallQuotaStore Quotas { get; } = new MemoryCallQuotaStore();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
