using System.Buffers;
using System.Buffers.Binary;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Journeys;

/// <summary>One contact in a simulation: its instances, what they wait for, and what they asked to be sent.</summary>
internal sealed class ContactTimeline(
    Contact contact,
    Func<OutboundMessage, MessageOutcome> ends,
    bool forgets,
    CancellationToken cancellationToken
)
{
    // More turns than this at one instant are a loop that nothing will ever end.
    private const int MaxTurnsAtOnce = 1_000;

    private readonly List<WorkflowInstance> _instances = [];
    private readonly List<OutboundMessage> _messages = [];
    private int _turns;
    private int _turnsNow;
    private DateTimeOffset _now;

    public Contact Contact { get; private set; } = contact;

    /// <summary>Where the contact announces its changes; nobody has to save them here.</summary>
    public List<Effect> Effects { get; } = [];

    public Turn Turn(DateTimeOffset now) => TurnOf(Contact.Id, now);

    /// <summary>A turn about the contact, or about a group, a store or nothing.</summary>
    public Turn TurnOf(Guid subject, DateTimeOffset now) =>
        new(now, subject == Contact.Id ? Contact : null, cancellationToken);

    public ContactRun ToRun() => new(Contact, _instances, _messages, _turns);

    /// <summary>The earliest timer; of several at one instant the oldest.</summary>
    public (DateTimeOffset At, WorkflowInstance Instance, Bookmark Bookmark)? NextTimer()
    {
        (DateTimeOffset At, WorkflowInstance Instance, Bookmark Bookmark)? next = null;
        foreach (var instance in _instances)
        {
            if (instance.Status == WorkflowStatus.Finished)
            {
                continue;
            }

            for (var i = 0; i < instance.Bookmarks.Count; i++)
            {
                var bookmark = instance.Bookmarks[i];
                if (bookmark.DueAt is { } due && (next is null || due < next.Value.At))
                {
                    next = (due, instance, bookmark);
                }
            }
        }

        return next;
    }

    public List<(WorkflowInstance Instance, Bookmark Bookmark)> WaitingFor(Stimulus stimulus)
    {
        List<(WorkflowInstance, Bookmark)> waiting = [];
        foreach (var instance in _instances)
        {
            if (
                instance.Status == WorkflowStatus.Finished
                || !Correlates(instance, stimulus)
                || (instance.Subject != Contact.Id && IsOfContact(stimulus))
            )
            {
                continue;
            }

            for (var i = 0; i < instance.Bookmarks.Count; i++)
            {
                if (instance.Bookmarks[i].Hash == stimulus.Hash)
                {
                    waiting.Add((instance, instance.Bookmarks[i]));
                }
            }
        }

        return waiting;
    }

    public bool Admits(WorkflowGraph graph, Guid subject)
    {
        var reentry = graph.Entry.Reentry;
        foreach (var instance in _instances)
        {
            var isIn = reentry == Reentry.Never || instance.Status == WorkflowStatus.Running;
            if (reentry != Reentry.Always && isIn && OfSameDefinition(instance, graph) && instance.Subject == subject)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Version 7 in form, but of the contact and a number: the same in every simulation.</summary>
    public Guid NextInstanceId(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        Contact.Id.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes, now.ToUnixTimeMilliseconds() << 16);
        bytes[6] = 0x70;
        bytes[7] = (byte)_instances.Count;
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Takes in what a burst did.</summary>
    /// <returns>The stimuli it published, which reach this contact only.</returns>
    /// <exception cref="EndlessJourneyException">The journey goes round and round without time passing.</exception>
    public List<Stimulus> Collect(Burst burst)
    {
        CountTurn(burst);
        if (!_instances.Contains(burst.Instance))
        {
            _instances.Add(burst.Instance);
        }

        List<Stimulus> published = [];
        foreach (var effect in burst.Effects)
        {
            switch (effect)
            {
                case OutboundMessage message:
                    _messages.Add(message);
                    if (Waits(burst))
                    {
                        published.Add(ends(message).For(message.Key));
                    }

                    break;
                case PublishStimulus publish:
                    published.Add(publish.Stimulus);
                    break;
                case TellSubject tell:
                    published.Add(tell.Stimulus);
                    break;
                default:
                    // The contact is the live object, and nobody outside is asked for anything.
                    break;
            }
        }

        Effects.Clear();
        if (forgets)
        {
            Forget(burst.Instance);
        }

        return published;
    }

    /// <summary>The instance as it is now, whatever became of the object since.</summary>
    public WorkflowInstance Awake(WorkflowInstance instance) =>
        _instances.Find(known => known.Id == instance.Id) ?? instance;

    private void Forget(WorkflowInstance instance)
    {
        var stored = new ArrayBufferWriter<byte>();
        InstanceSerializer.Write(instance, stored);
        _instances[_instances.IndexOf(instance)] = InstanceSerializer.Read(
            stored.WrittenSpan,
            instance.Graph,
            instance.Subject
        );
        Contact = new Contact(Contact.ToState());
    }

    // Nobody is outside: what a block waits to hear of its message is that it was sent.
    private static bool Waits(Burst burst) =>
        burst.AddedBookmarks.Any(bookmark =>
            bookmark.Name.Equals(MessageOutcome.StimulusName, StringComparison.Ordinal)
        );

    private void CountTurn(Burst burst)
    {
        _turns++;
        _turnsNow = burst.Turn.Now == _now ? _turnsNow + 1 : 1;
        _now = burst.Turn.Now;
        if (_turnsNow > MaxTurnsAtOnce)
        {
            throw new EndlessJourneyException(burst.Instance.Graph.DefinitionId, _now);
        }
    }

    private static bool IsOfContact(Stimulus stimulus) =>
        ContactStimulus.Name.Equals(stimulus.Name, StringComparison.Ordinal);

    private static bool OfSameDefinition(WorkflowInstance instance, WorkflowGraph graph) =>
        string.Equals(instance.Graph.DefinitionId, graph.DefinitionId, StringComparison.Ordinal);

    private static bool Correlates(WorkflowInstance instance, Stimulus stimulus) =>
        stimulus.CorrelationId is null
        || string.Equals(instance.CorrelationId, stimulus.CorrelationId, StringComparison.Ordinal);
}
