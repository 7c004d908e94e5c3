namespace Workflows.Host.Composition;

/// <summary>
/// There are two clocks. The workspace's (the plain <see cref="TimeProvider"/>) says what time it is for journeys; a test
/// host sets it by hand. The machine's, under this key, times leases and deliveries: a dead host's work must move on
/// whatever the journeys' time is.
/// </summary>
internal static class Clocks
{
    public const string Machine = "machine";
}
