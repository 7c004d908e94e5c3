namespace Workflows.Marketing.Limits.Ledger;

/// <summary>The counters and reservations of one change, locked while it lasts. Not safe on several threads.</summary>
public sealed class LimitLedger
{
    private readonly Dictionary<CounterKey, LimitCounter> _counters;
    private readonly Dictionary<MessageKey, LimitReservation> _reservations;
    private readonly Dictionary<MessageKey, LimitReservation?> _changed = [];
    private readonly Dictionary<(int Tenant, DateOnly Day, string Code), LimitHits> _hits = [];

    /// <param name="counters">The counters that were asked for; a new one is empty.</param>
    /// <param name="reservations">Those of the messages that have one.</param>
    public LimitLedger(
        IEnumerable<KeyValuePair<CounterKey, LimitCounter>> counters,
        IEnumerable<LimitReservation> reservations
    )
    {
        _counters = new Dictionary<CounterKey, LimitCounter>(counters);
        _reservations = reservations.ToDictionary(reservation => reservation.Message);
    }

    /// <summary>Every counter, changed or not.</summary>
    public IReadOnlyDictionary<CounterKey, LimitCounter> Counters => _counters;

    /// <summary>Every reservation of the messages that were asked for, as it is by now.</summary>
    public IReadOnlyCollection<LimitReservation> Reservations => [.. _reservations.Values];

    /// <summary>The reservations that were made, changed or given back; null for those given back.</summary>
    public IReadOnlyDictionary<MessageKey, LimitReservation?> ChangedReservations => _changed;

    /// <summary>What limits stopped, to be added to what is known of the day.</summary>
    public IReadOnlyCollection<LimitHits> Hits => _hits.Values;

    /// <summary>The reservation of a message, or null.</summary>
    public LimitReservation? Find(MessageKey message) => _reservations.GetValueOrDefault(message);

    internal void Put(LimitReservation reservation)
    {
        _reservations[reservation.Message] = reservation;
        _changed[reservation.Message] = reservation;
    }

    internal void Remove(MessageKey message)
    {
        _reservations.Remove(message);
        _changed[message] = null;
    }

    internal void AddHit(LimitHits hit)
    {
        var key = (hit.Tenant, hit.Day, hit.Code);
        _hits[key] = _hits.TryGetValue(key, out var known)
            ? known with
            {
                Deferred = known.Deferred + hit.Deferred,
                Dropped = known.Dropped + hit.Dropped,
            }
            : hit;
    }
}
