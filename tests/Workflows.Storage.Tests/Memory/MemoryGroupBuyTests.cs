using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryGroupBuyTests : GroupBuyContract
{
    private readonly MemoryGroupBuyStore _store = new();

    protected override IGroupBuyStore Store => _store;

    protected override ILedger Ledger => _store.Ledger;

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
