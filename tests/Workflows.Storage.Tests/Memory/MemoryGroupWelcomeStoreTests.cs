using Workflows.Marketing.Channels.WeCom.GroupWelcomes;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryGroupWelcomeStoreTests : GroupWelcomeStoreContract
{
    protected override IGroupWelcomeStore Welcomes { get; } = new MemoryGroupWelcomeStore();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
