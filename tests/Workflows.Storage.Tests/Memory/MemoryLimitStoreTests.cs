using Workflows.Marketing.Limits.Ledger;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryLimitStoreTests : LimitStoreContract
{
    protected override ILimitStore Store { get; } = new MemoryLimitStore();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
