using Workflows.Marketing.Messaging;

namespace Workflows.Storage.Messages;

/// <summary>The waiting messages of one state, channel and priority: when the first of them is due.</summary>
/// <param name="State">The state: queued goes by the machine's time, deferred by the journeys'.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Priority">The priority.</param>
/// <param name="DueAt">The earliest due time, in UTC ticks.</param>
internal sealed record MessageHead(short State, string Channel, int Priority, long DueAt)
{
    public bool IsDue(MessageLease lease) => DueAt <= TimeOf(lease).UtcTicks;

    /// <summary>The time that decides for this state.</summary>
    public DateTimeOffset TimeOf(MessageLease lease) => State == (short)MessageState.Deferred ? lease.Time : lease.Now;
}
