using Workflows.Marketing.Ledger;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryLedgerTests : LedgerContract
{
    protected override ILedger Ledger { get; } = new MemoryLedger();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
