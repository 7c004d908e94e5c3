using Workflows.Marketing.Simulations;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemorySimulationBookTests : SimulationBookContract
{
    protected override ISimulationBook Book { get; } = new MemorySimulationBook();

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
