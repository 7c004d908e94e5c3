namespace Workflows.Marketing.Simulations;

/// <summary>What a line about the simulations of a journey says. The numbers are stored: append, never renumber.</summary>
public enum SimulationStep : short
{
    /// <summary>It was simulated, and everything came as expected.</summary>
    Passed = 1,

    /// <summary>It was simulated, and something came otherwise.</summary>
    Failed = 2,

    /// <summary>Somebody let it be published without one, for a reason.</summary>
    Waived = 3,
}
