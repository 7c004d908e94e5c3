namespace Workflows.Marketing.Simulations;

/// <summary>The stable codes of what is wrong with simulations, and with journeys without one.</summary>
public static class SimulationCodes
{
    /// <summary>A journey that reaches customers was not simulated as it is now (S0-62).</summary>
    public const string NotSimulated = "SIM001";

    /// <summary>Its last simulation came otherwise than expected.</summary>
    public const string Failed = "SIM002";

    /// <summary>It is to be published unsimulated without a reason.</summary>
    public const string NoReason = "SIM003";

    /// <summary>Nobody came into the journey: the simulation says nothing.</summary>
    public const string NobodyCame = "SIM004";

    /// <summary>It cannot be played: it has mistakes.</summary>
    public const string Unplayable = "SIM005";
}
