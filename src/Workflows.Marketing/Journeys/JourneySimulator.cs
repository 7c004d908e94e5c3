using Workflows.Marketing.Calendars;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Journeys;

/// <summary>
/// Plays one contact's events through journeys in virtual time: the same graphs, activities, rules and runner as in
/// production, but the clock jumps from one event, timer or day of a calendar to the next, and effects are collected instead of sent.
/// </summary>
/// <remarks>
/// A contact is played from its first event to its last timer before the next contact begins, so a simulation needs the
/// memory of one contact. Tasks for people outside and child workflows are not played: what waits for them keeps waiting.
/// One simulator serves one thread.
/// </remarks>
public sealed class JourneySimulator
{
    private readonly TriggerIndex _triggers;
    private readonly TrialCalendar? _calendar;
    private readonly IServiceProvider _services;
    private readonly WorkflowRunner _runner;
    private readonly Dictionary<string, Stimulus> _stimuli = new(StringComparer.Ordinal);

    /// <param name="journeys">The journeys; their graphs may be shared with other simulators.</param>
    /// <param name="services">What activities may ask for.</param>
    /// <param name="calendar">By what calendars journeys begin; null for none: journeys then begin with events only.</param>
    public JourneySimulator(
        IEnumerable<WorkflowGraph> journeys,
        IServiceProvider services,
        TrialCalendar? calendar = null
    )
    {
        ArgumentNullException.ThrowIfNull(journeys);
        _triggers = new TriggerIndex();
        _calendar = calendar;
        _services = calendar?.Over(services) ?? services;
        _runner = new WorkflowRunner(_services);
        foreach (var journey in journeys)
        {
            _triggers.Replace(journey);
        }
    }

    /// <summary>How a message ends that a block waits for.</summary>
    /// <value>The default value says that every one is sent.</value>
    public Func<OutboundMessage, MessageOutcome> Ends { get; init; } = _ => new MessageOutcome(SendOutcome.Sent);

    /// <summary>Is told of every event before journeys are, for what happens outside of them; null for nobody.</summary>
    public Func<ContactEvent, CancellationToken, ValueTask>? Outside { get; init; }

    /// <summary>Whether the process is as good as killed after every step: instances and the contact wake from what is stored.</summary>
    /// <value>The default value is false.</value>
    public bool Forgets { get; init; }

    /// <summary>What happens instead of an event of the contact, such as a calendar that comes round; null for the event itself.</summary>
    /// <value>The default value is null for every event.</value>
    public Func<ContactEvent, Stimulus?> Told { get; init; } = _ => null;

    /// <summary>Plays events and timers, in the order of time, up to and including <paramref name="until"/>.</summary>
    /// <param name="contact">The contact before its first event.</param>
    /// <param name="events">Its events in the order of time; those of one instant happen one by one.</param>
    /// <param name="until">The last instant that is played.</param>
    /// <param name="cancellationToken">Ends the simulation.</param>
    /// <exception cref="EndlessJourneyException">A journey goes round and round without time passing.</exception>
    public async ValueTask<ContactRun> RunAsync(
        Contact contact,
        IReadOnlyList<ContactEvent> events,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(contact);
        var timeline = new ContactTimeline(contact, Ends, Forgets, cancellationToken);
        var calendar = await CalendarAsync(contact, events, cancellationToken);
        var next = 0;
        while (true)
        {
            // At one instant the timer was there first, then the calendar.
            var timer = timeline.NextTimer();
            var (timerAt, calendarAt) = (
                timer?.At ?? DateTimeOffset.MaxValue,
                calendar?.Next ?? DateTimeOffset.MaxValue
            );
            var eventAt = next < events.Count ? events[next].At : DateTimeOffset.MaxValue;
            var now = Earliest(timerAt, Earliest(calendarAt, eventAt));
            if (now > until || now == DateTimeOffset.MaxValue)
            {
                return timeline.ToRun();
            }

            if (timerAt == now)
            {
                await ResumeAsync(timeline, timer!.Value.Instance, timer.Value.Bookmark, null, timeline.Turn(now));
            }
            else if (calendarAt == now)
            {
                _calendar!.Look(timeline.Contact, events.Take(next));
                await CelebrateAsync(timeline, await calendar!.TakeAsync(now, contact.Id, cancellationToken), now);
            }
            else
            {
                var happened = events[next++];
                await (Outside?.Invoke(happened, cancellationToken) ?? ValueTask.CompletedTask);
                await ReceiveAsync(timeline, Stimulus(happened), timeline.Turn(now));
            }
        }
    }

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private async ValueTask<CalendarStarts?> CalendarAsync(
        Contact contact,
        IReadOnlyList<ContactEvent> events,
        CancellationToken cancellationToken
    )
    {
        if (_calendar is null || _triggers.Schedules.Count == 0)
        {
            return null;
        }

        var from = events.Count > 0 ? Earliest(events[0].At, contact.JoinedAt) : contact.JoinedAt;
        var schedules = _triggers.Schedules.Where(entry => entry.Trigger is OccasionTrigger);
        return await CalendarStarts.BeginAsync(_calendar, schedules, _services, from, cancellationToken);
    }

    private async ValueTask CelebrateAsync(
        ContactTimeline timeline,
        IEnumerable<(TriggerEntry Entry, Occasion Occasion, OccasionGuest Guest)> due,
        DateTimeOffset now
    )
    {
        foreach (var (entry, occasion, guest) in due)
        {
            if (!timeline.Admits(entry.Graph, guest.Subject))
            {
                continue;
            }

            var input = new Dictionary<string, object?>(occasion.Input, StringComparer.Ordinal);
            foreach (var (name, value) in guest.Input)
            {
                input[name] = value;
            }

            var options = new StartOptions
            {
                InstanceId = timeline.NextInstanceId(now),
                Subject = guest.Subject,
                TriggerActivityId = entry.ActivityId,
                StimulusPayload = occasion.Key,
                Input = input,
                CorrelationId = guest.CorrelationId,
            };
            var own = timeline.TurnOf(guest.Subject, now);
            await CollectAsync(timeline, await _runner.StartAsync(entry.Graph, options, own), own);
        }
    }

    private async ValueTask ReceiveAsync(ContactTimeline timeline, Stimulus stimulus, Turn turn)
    {
        timeline.Contact.Receive(stimulus, timeline.Effects);
        var entries = Admitted(timeline, _triggers.Find(stimulus.Hash).Where(entry => entry.Admits(stimulus)));
        foreach (var (instance, bookmark) in timeline.WaitingFor(stimulus))
        {
            await ResumeAsync(timeline, instance, bookmark, stimulus, turn);
        }

        foreach (var entry in entries)
        {
            var options = new StartOptions
            {
                InstanceId = timeline.NextInstanceId(turn.Now),
                Subject = timeline.Contact.Id,
                TriggerActivityId = entry.ActivityId,
                StimulusPayload = stimulus.Payload,
                Input = stimulus.Input,
            };
            var own = timeline.Turn(turn.Now);
            await CollectAsync(timeline, await _runner.StartAsync(entry.Graph, options, own), own);
        }
    }

    private async ValueTask ResumeAsync(
        ContactTimeline timeline,
        WorkflowInstance instance,
        Bookmark bookmark,
        Stimulus? stimulus,
        Turn turn
    )
    {
        var options = stimulus is null
            ? ResumeOptions.None
            : new ResumeOptions { StimulusPayload = stimulus.Payload, Input = stimulus.Input };
        // Whoever wakes after a step sees the contact as that step left it, whatever object it was then.
        var (awake, own) = (timeline.Awake(instance), timeline.TurnOf(instance.Subject, turn.Now));
        await CollectAsync(timeline, await _runner.ResumeAsync(awake, bookmark.Id, options, own), own);
    }

    private async ValueTask CollectAsync(ContactTimeline timeline, Burst burst, Turn turn)
    {
        foreach (var published in timeline.Collect(burst))
        {
            await ReceiveAsync(timeline, published, turn);
        }
    }

    // Who may come in is decided by what was there before the event, as in production.
    private static List<TriggerEntry> Admitted(ContactTimeline timeline, IEnumerable<TriggerEntry> entries)
    {
        List<TriggerEntry> admitted = [];
        foreach (var entry in entries)
        {
            if (
                timeline.Admits(entry.Graph, timeline.Contact.Id)
                && !admitted.Exists(other => IsSameWayIn(other, entry))
            )
            {
                admitted.Add(entry);
            }
        }

        return admitted;
    }

    // One event lets a contact into a journey once, by whichever of its triggers, unless it may be in it any number of times.
    private static bool IsSameWayIn(TriggerEntry one, TriggerEntry other) =>
        ReferenceEquals(one.Graph, other.Graph)
        && (
            one.Graph.Entry.Reentry != Reentry.Always
            || string.Equals(one.ActivityId, other.ActivityId, StringComparison.Ordinal)
        );

    // The hash of a stimulus depends on its type alone: worked out once a type, not once an event.
    private Stimulus Stimulus(ContactEvent contactEvent)
    {
        if (Told(contactEvent) is { } other)
        {
            return other;
        }

        if (!_stimuli.TryGetValue(contactEvent.Type, out var known))
        {
            _stimuli.Add(contactEvent.Type, known = ContactStimulus.For(contactEvent));
            _ = known.Hash;
        }

        return known with
        {
            Payload = contactEvent,
        };
    }
}
