namespace Workflows.Host.WeCom;

/// <summary>What this process calls itself in leases.</summary>
internal static class Owners
{
    /// <summary>A new name for every life: leases of the life before must lapse, not be taken for our own.</summary>
    public static string NewName(TimeProvider clock) =>
        $"{Environment.MachineName}-{Guid.CreateVersion7(clock.GetUtcNow()):N}";
}
