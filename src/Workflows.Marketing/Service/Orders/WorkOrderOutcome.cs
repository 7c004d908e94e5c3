namespace Workflows.Marketing.Service.Orders;

/// <summary>How work orders end.</summary>
public static class WorkOrderOutcome
{
    /// <summary>Nobody said anything for long enough.</summary>
    public const string Idle = "idle";

    /// <summary>The customer got what was wanted.</summary>
    public const string Resolved = "resolved";

    /// <summary>The customer did not get it.</summary>
    public const string Unresolved = "unresolved";

    /// <summary>The customer bought.</summary>
    public const string Traded = "traded";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Idle, Resolved, Unresolved, Traded];
}
