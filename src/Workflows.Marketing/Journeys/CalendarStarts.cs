using Workflows.Marketing.Calendars;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Journeys;

/// <summary>When calendars begin journeys in a simulation, and for whom.</summary>
internal sealed class CalendarStarts
{
    private const int Tenant = 1;
    private readonly TrialCalendar _calendar;
    private readonly IServiceProvider _services;
    private readonly Dictionary<TriggerEntry, DateTimeOffset> _next = [];

    private CalendarStarts(TrialCalendar calendar, IServiceProvider services) =>
        (_calendar, _services) = (calendar, services);

    /// <summary>The next time at which a calendar looks what there is to do; null for never.</summary>
    public DateTimeOffset? Next => _next.Count == 0 ? null : _next.Values.Min();

    /// <summary>Begins to look at an instant.</summary>
    public static async ValueTask<CalendarStarts> BeginAsync(
        TrialCalendar calendar,
        IEnumerable<TriggerEntry> schedules,
        IServiceProvider services,
        DateTimeOffset from,
        CancellationToken cancellationToken
    )
    {
        var starts = new CalendarStarts(calendar, services);
        foreach (var entry in schedules)
        {
            await entry.PrepareAsync(services, cancellationToken);
            starts.Plan(entry, from.AddTicks(-1));
        }

        return starts;
    }

    /// <summary>Takes what is due: each way in with its guest, in the order of production.</summary>
    public async ValueTask<List<(TriggerEntry Entry, Occasion Occasion, OccasionGuest Guest)>> TakeAsync(
        DateTimeOffset now,
        Guid contact,
        CancellationToken cancellationToken
    )
    {
        List<(TriggerEntry, Occasion, OccasionGuest)> due = [];
        foreach (var entry in _next.Where(pair => pair.Value == now).Select(pair => pair.Key).ToList())
        {
            foreach (var occasion in entry.OccasionsAt(now, _services))
            {
                var guests = await GuestsAsync(entry, occasion, cancellationToken);
                due.AddRange(
                    guests
                        .Where(guest => _calendar.PlaysPlaces || guest.Subject == contact)
                        .Select(guest => (entry, occasion, guest))
                );
            }

            Plan(entry, now);
        }

        return due;
    }

    private async ValueTask<List<OccasionGuest>> GuestsAsync(
        TriggerEntry entry,
        Occasion occasion,
        CancellationToken cancellationToken
    )
    {
        List<OccasionGuest> guests = [];
        string? after = null;
        do
        {
            var page = await entry.FindAsync(Tenant, occasion, after, _services, cancellationToken);
            guests.AddRange(page.Guests);
            after = page.Next;
        } while (after is not null);

        return guests;
    }

    private void Plan(TriggerEntry entry, DateTimeOffset after)
    {
        if (entry.NextOccurrence(after, _services) is { } next)
        {
            _next[entry] = next;
        }
        else
        {
            _next.Remove(entry);
        }
    }
}
