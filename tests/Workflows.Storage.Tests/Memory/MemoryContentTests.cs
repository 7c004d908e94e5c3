using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryContentTests : ContentContract
{
    private protected override Task<ContentRig> OpenAsync() => Task.FromResult(ContentRig.InMemory());
}
