using Workflows.Marketing.Channels.WeCom.Media;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryMediaStoreTests : MediaStoreContract
{
    protected override IMediaStore Media { get; } = new MemoryMediaStore();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
