using Workflows.Marketing.Channels.Tokens;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryAccessTokenStoreTests : AccessTokenStoreContract
{
    protected override IAccessTokenStore Tokens { get; } = new MemoryAccessTokenStore();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
