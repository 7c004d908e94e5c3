using System.Collections.Concurrent;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Testing;

/// <summary>
/// Journeys on production's durable runner, over stores in memory and in virtual time: events happen at their own times,
/// timers when they are due, and messages are collected.
/// </summary>
public sealed class JourneyRig
{
    private readonly MemoryContactStore _contacts = new();
    private readonly MemoryInstanceStore _instances;
    private readonly VirtualTimeLoop _loop;
    private readonly ConcurrentQueue<OutboundMessage> _messages = new();

    /// <param name="journeys">The journeys.</param>
    /// <param name="services">What activities may ask for.</param>
    public JourneyRig(IEnumerable<WorkflowGraph> journeys, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(journeys);
        var triggers = new TriggerIndex();
        foreach (var journey in journeys)
        {
            triggers.Replace(journey);
        }

        _instances = new MemoryInstanceStore(Collect);
        var catalog = new DefinitionCatalog(
            new MemoryDefinitionStore(),
            new WorkflowValidator(new WorkflowCompiler()),
            TimeProvider.System
        );
        var runner = new InstanceRunner(_instances, new WorkflowRunner(services), catalog, triggers, _contacts);
        _loop = new VirtualTimeLoop(_instances, runner);
    }

    /// <summary>The contacts as their latest turns left them, in the order of their first events.</summary>
    public IReadOnlyCollection<Contact> Contacts => _contacts.Contacts;

    /// <summary>All instances, finished ones included, in no order.</summary>
    public IEnumerable<WorkflowInstance> Instances => _instances.Instances;

    /// <summary>What was sent; in order for each contact.</summary>
    public IReadOnlyCollection<OutboundMessage> Messages => _messages;

    /// <summary>Takes events as the intake does, each to happen at its own time; those of one instant in the order given.</summary>
    public async Task AcceptAsync(IReadOnlyList<ContactEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        var receipts = await _contacts.AcceptAsync(0, events, default, cancellationToken);
        List<WorkItem> items = new(events.Count);
        for (var i = 0; i < events.Count; i++)
        {
            if (!receipts[i].IsDuplicate)
            {
                items.Add(
                    new WorkItem
                    {
                        Subject = receipts[i].ContactId,
                        Kind = WorkKind.Stimulus,
                        DueAt = events[i].At,
                        Payload = new SubjectStimulus(ContactStimulus.For(events[i])),
                    }
                );
            }
        }

        await _instances.EnqueueAsync(items, cancellationToken);
    }

    /// <summary>Runs everything that is due up to and including an instant.</summary>
    /// <returns>How many turns it took.</returns>
    public Task<long> RunAsync(DateTimeOffset until, CancellationToken cancellationToken = default) =>
        _loop.RunAsync(until, advanced: null, cancellationToken);

    private void Collect(WorkCommit commit)
    {
        var outcome = new MessageOutcome(SendOutcome.Sent);
        foreach (var (tenant, subject, effect) in commit.Effects)
        {
            if (effect is not OutboundMessage message)
            {
                continue;
            }

            _messages.Enqueue(message);
            if (commit.Instances.Any(change => change.AddedHashes.Contains(MessageOutcome.HashOf(message.Key))))
            {
                // What a block waits to hear of its message is that it was sent.
                var work = outcome.ToWork(tenant, subject, message.InstanceId!.Value, message.Key, message.CreatedAt);
                _ = _instances.EnqueueAsync([work], CancellationToken.None);
            }
        }
    }
}
