using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryOwnChangeStoreTests : OwnChangeStoreContract
{
    protected override IOwnChangeStore Changes { get; } = new MemoryOwnChangeStore();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
