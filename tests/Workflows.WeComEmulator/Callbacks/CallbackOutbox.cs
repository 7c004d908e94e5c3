using System.Threading.Channels;
using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Callbacks;

/// <summary>Takes raised events, lets chaos have its turn, and queues what is to be delivered. Used inside the company's turn only.</summary>
internal sealed class CallbackOutbox
{
    private const int Lanes = 8;
    private const int MostRetries = 3;
    private const int SharedSeconds = 10;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(5);

    private readonly Company _company;
    private readonly Random _dice;
    private readonly List<CallbackEntry> _entries = [];
    private readonly Channel<CallbackDelivery>[] _lanes =
    [
        .. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<CallbackDelivery>()),
    ];
    private CallbackEntry? _held;

    public CallbackOutbox(Company company, int seed)
    {
        _company = company;
        _dice = new Random(seed);
    }

    public CallbackSettings? Settings { get; set; }

    /// <summary>Whether what happens has happened before: whoever listens was told then.</summary>
    public bool IsRebuilding { get; set; }

    public ChaosKnobs Knobs { get; set; } = ChaosKnobs.None;

    /// <summary>Deliveries that are on their way or wait for their next attempt.</summary>
    public int Open { get; private set; }

    public IReadOnlyList<ChannelReader<CallbackDelivery>> Readers => [.. _lanes.Select(lane => lane.Reader)];

    public IReadOnlyList<CallbackRecord> Records => [.. _entries.Select(entry => entry.Record())];

    public void Raise(CallbackEvent raised)
    {
        var now = _company.Clock.GetUtcNow();
        var createdAt = Knobs.SameSecond
            ? DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / SharedSeconds * SharedSeconds)
            : now;
        var entry = new CallbackEntry(_entries.Count + 1, now, raised, raised.Xml(createdAt))
        {
            IsReplayed = Strikes(Knobs.Replay),
        };
        _entries.Add(entry);
        if (IsRebuilding)
        {
            entry.Status = "before";
        }
        else if (Settings?.Url is null)
        {
            entry.Status = "no-receiver";
        }
        else if (Strikes(Knobs.Drop))
        {
            entry.Status = "dropped";
        }
        else
        {
            Dispatch(entry);
        }
    }

    /// <summary>Lets an event go that waited for the next one, when none comes.</summary>
    public void ReleaseHeld()
    {
        if (_held is { } entry)
        {
            _held = null;
            Queue(new CallbackDelivery(entry));
            Open--;
        }
    }

    /// <summary>What came of a delivery; a failed one is tried again, three times at most.</summary>
    public void Settle(CallbackDelivery delivery, int? answer)
    {
        var entry = delivery.Entry;
        Open--;
        if (delivery.IsForged)
        {
            entry.ForgedAnswer = answer;
            return;
        }

        entry.Attempts++;
        entry.Answer = answer;
        if (answer is >= 200 and < 300)
        {
            entry.Status = "delivered";
        }
        else if (delivery.Attempt > MostRetries)
        {
            entry.Status = entry.Status is "delivered" ? "delivered" : "given-up";
        }
        else
        {
            Later(RetryDelay, delivery with { Attempt = delivery.Attempt + 1 });
        }
    }

    private void Dispatch(CallbackEntry entry)
    {
        if (Strikes(Knobs.WrongSignature))
        {
            Queue(new CallbackDelivery(entry, IsForged: true));
        }

        if (Strikes(Knobs.Duplicate))
        {
            Queue(new CallbackDelivery(entry));
        }

        if (Strikes(Knobs.Delay))
        {
            Later(TimeSpan.FromSeconds(Knobs.DelaySeconds * _dice.NextDouble()), new CallbackDelivery(entry));
        }
        else if (_held is null && Strikes(Knobs.Reorder))
        {
            _held = entry;
            Open++;
        }
        else
        {
            Queue(new CallbackDelivery(entry));
            ReleaseHeld();
        }
    }

    private void Later(TimeSpan delay, CallbackDelivery delivery)
    {
        Open++;
        _company.Agenda.After(
            delay,
            () =>
            {
                Open--;
                Queue(delivery);
            }
        );
    }

    private void Queue(CallbackDelivery delivery)
    {
        Open++;
        var lane = (uint)StringComparer.Ordinal.GetHashCode(delivery.Entry.Raised.Subject) % Lanes;
        _lanes[lane].Writer.TryWrite(delivery);
    }

    private bool Strikes(double probability) => probability > 0 && _dice.NextDouble() < probability;
}
