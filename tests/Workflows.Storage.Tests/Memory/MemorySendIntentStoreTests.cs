using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemorySendIntentStoreTests : SendIntentStoreContract
{
    protected override ISendIntentStore Intents { get; } = new MemorySendIntentStore();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
