using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemorySegmentStoreTests : SegmentStoreContract
{
    private readonly MemoryContactStore _contacts = new();

    protected override IContactStore Contacts => _contacts;

    protected override ISegmentStore Segments => new MemorySegmentStore(_contacts);

    public override Task OpenAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
