using Workflows.Marketing.Decisions;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryDecisionBookTests : DecisionBookContract
{
    protected override IDecisionBook Decisions { get; } = new MemoryDecisionBook();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
