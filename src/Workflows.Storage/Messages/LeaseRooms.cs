using Workflows.Marketing.Messaging;

namespace Workflows.Storage.Messages;

/// <summary>How many more messages a lease takes: batch channels have room of their own, all others share.</summary>
internal sealed class LeaseRooms(MessageLease lease)
{
    private readonly Dictionary<string, int> _batches = new(lease.Batches, StringComparer.OrdinalIgnoreCase);
    private int _shared = lease.Count;

    public int Of(string channel) => _batches.TryGetValue(channel, out var room) ? room : _shared;

    public void Use(string channel, int count)
    {
        if (_batches.TryGetValue(channel, out var room))
        {
            _batches[channel] = room - count;
        }
        else
        {
            _shared -= count;
        }
    }
}
