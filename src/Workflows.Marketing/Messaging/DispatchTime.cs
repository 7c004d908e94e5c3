namespace Workflows.Marketing.Messaging;

/// <summary>
/// The two times of the outbox. Leases, time-outs and retries go by the machine's clock; expiry, deferrals, deadlines of
/// tasks, and what is written down, by the journeys', which a rehearsal may set to another day.
/// </summary>
/// <param name="Machine">The machine's time, or the journeys' where that is ahead.</param>
/// <param name="Now">The journeys' time.</param>
internal readonly record struct DispatchTime(DateTimeOffset Machine, DateTimeOffset Now)
{
    /// <summary>Reads both clocks.</summary>
    public static DispatchTime Read(TimeProvider machine, TimeProvider journeys)
    {
        var (real, told) = (machine.GetUtcNow(), journeys.GetUtcNow());
        return new DispatchTime(told > real ? told : real, told);
    }
}
