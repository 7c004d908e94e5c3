namespace Workflows.Marketing.Rollouts;

/// <summary>The stable codes of what is wrong with pilots, and with journeys that go to more stores.</summary>
public static class RolloutCodes
{
    /// <summary>A journey's rollout cannot be read.</summary>
    public const string Unreadable = "ROL001";

    /// <summary>There is no such pilot.</summary>
    public const string NoPilot = "ROL002";

    /// <summary>A journey would go to more stores than those of a pilot that has not passed (S1-23).</summary>
    public const string NotPassed = "ROL003";

    /// <summary>A pilot's name or stores cannot be used.</summary>
    public const string BadPilot = "ROL004";

    /// <summary>There is a pilot of the name.</summary>
    public const string PilotTaken = "ROL005";

    /// <summary>A pilot is to go on unpassed without a reason.</summary>
    public const string NoReason = "ROL006";

    /// <summary>The scorecard cannot score a pilot.</summary>
    public const string NoScore = "ROL007";
}
