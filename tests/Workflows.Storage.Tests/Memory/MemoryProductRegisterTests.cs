using Workflows.Marketing.Products;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryProductRegisterTests : ProductRegisterContract
{
    protected override IProductRegister Products { get; } = new MemoryProductRegister();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
