using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryContactRecordsTests : ContactRecordsContract
{
    private protected override Task<ContactRecordsRig> OpenAsync() => Task.FromResult(ContactRecordsRig.InMemory());
}
