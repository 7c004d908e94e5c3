namespace Workflows.Marketing.Limits.Safety;

/// <summary>The stable codes of what is wrong with a change of a policy pack.</summary>
public static class SafetyCodes
{
    /// <summary>A pack is switched without a reason, or with too long a one.</summary>
    public const string NoReason = "SAF001";
}
