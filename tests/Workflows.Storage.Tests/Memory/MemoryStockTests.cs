using Workflows.Marketing.Content;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryStockTests : StockContract
{
    public override Task DisposeAsync() => Task.CompletedTask;

    private protected override Task<IStockLedger> OpenAsync() => Task.FromResult<IStockLedger>(new MemoryStockLedger());
}
