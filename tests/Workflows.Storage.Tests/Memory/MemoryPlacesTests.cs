using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryPlacesTests : PlacesContract
{
    private protected override Task<PlacesRig> OpenAsync() => Task.FromResult(PlacesRig.InMemory());
}
