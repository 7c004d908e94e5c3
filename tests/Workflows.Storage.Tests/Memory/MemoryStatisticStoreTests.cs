using Workflows.Marketing.Channels.WeCom.Statistics;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryStatisticStoreTests : StatisticStoreContract
{
    protected override IStatisticStore Statistics { get; } = new MemoryStatisticStore();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
