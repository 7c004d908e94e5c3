using System.Collections.Concurrent;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Alerts;

/// <summary>
/// Tells whoever is in charge, once: each alert is a task under a key of its own, and the outbox refuses the second one, whichever process brings it and
/// however often. Safe on every thread.
/// </summary>
/// <param name="catalog">Who is told.</param>
/// <param name="messages">The outbox.</param>
/// <param name="tenant">Whose alerts.</param>
/// <param name="clock">The workspace's clock.</param>
/// <param name="machine">The machine's clock, which the outbox' rows fall due by.</param>
public sealed class AlertDesk(
    AlertCatalog catalog,
    IMessageStore messages,
    int tenant,
    TimeProvider clock,
    TimeProvider machine
)
{
    /// <summary>What its messages give as their journey.</summary>
    public const string Journey = "alert";

    /// <summary>Whom a task is for while nobody is named: whoever works on the list.</summary>
    public const string Anybody = "supervisor";

    private const int MostRemembered = 10_000;

    // What was told is not written again: the database would refuse it, and be asked for nothing.
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <summary>Tells of something, once.</summary>
    /// <returns>How many were told just now; 0 where all of them knew.</returns>
    public async Task<int> RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var settings = await catalog.GetAsync(cancellationToken);
        var told = 0;
        foreach (var receiver in settings.Receivers.DefaultIfEmpty(Anybody).Distinct(StringComparer.Ordinal))
        {
            var key = $"{Journey}:{alert.Kind}:{alert.Subject}:{alert.Period}:{receiver}";
            if (_told.ContainsKey(key))
            {
                continue;
            }

            var now = machine.GetUtcNow();
            // A lease that is over: whichever host looks next delivers it.
            var lease = new MessageLease(Journey, 1, now, now);
            if (await messages.AddAsync(tenant, MessageOf(alert, key, receiver), lease, cancellationToken) is not null)
            {
                told++;
            }

            Remember(key);
        }

        return told;
    }

    private OutboundMessage MessageOf(Alert alert, string key, string receiver) =>
        new(
            key,
            new Recipient.Staff(receiver),
            Carrier.StaffTask,
            "staff-task",
            alert.Kind,
            new MessageContent(alert.Text),
            "service",
            clock.GetUtcNow(),
            Journey,
            JourneyVersion: 1
        )
        {
            Sender = receiver is Anybody ? null : receiver,
        };

    private void Remember(string key)
    {
        if (_told.Count >= MostRemembered)
        {
            _told.Clear();
        }

        _told[key] = true;
    }
}
