using Workflows.Marketing.Service.Orders;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryWorkOrderStoreTests : WorkOrderStoreContract
{
    protected override IWorkOrderStore Store { get; } = new MemoryWorkOrderStore();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
