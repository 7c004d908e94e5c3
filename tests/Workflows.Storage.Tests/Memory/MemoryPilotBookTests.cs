using Workflows.Marketing.Rollouts;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryPilotBookTests : PilotBookContract
{
    protected override IPilotBook Pilots { get; } = new MemoryPilotBook();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
