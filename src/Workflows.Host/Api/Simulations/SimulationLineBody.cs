using Workflows.Marketing.Simulations;

namespace Workflows.Host.Api.Simulations;

/// <summary>A line about the simulations of a journey.</summary>
internal sealed record SimulationLineBody(
    int Number,
    SimulationStep Step,
    string Content,
    DateTimeOffset At,
    string By,
    int Cases,
    string? Note
)
{
    public static SimulationLineBody From(SimulationEntry entry) =>
        new(entry.Number, entry.Step, entry.Content, entry.At, entry.By, entry.Cases, entry.Note);
}
