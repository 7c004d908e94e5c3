using System.Collections.Immutable;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Triggers;

/// <summary>Finds which published workflows a stimulus starts. Kept in memory; safe on every thread.</summary>
public sealed class TriggerIndex
{
    private State _state = State.Empty;

    /// <summary>All scheduled triggers.</summary>
    public IReadOnlyList<TriggerEntry> Schedules => _state.Schedules;

    /// <summary>The published graphs; the same object as long as nothing is published or retracted.</summary>
    public IReadOnlyCollection<WorkflowGraph> Graphs => _state.Graphs;

    /// <summary>The triggers that answer a stimulus.</summary>
    /// <param name="hash">The stimulus' hash.</param>
    public IReadOnlyList<TriggerEntry> Find(Guid hash) =>
        _state.ByHash.TryGetValue(hash, out var found) ? found : ImmutableList<TriggerEntry>.Empty;

    /// <summary>Puts a newly published version in the place of the one before.</summary>
    /// <param name="graph">The published graph.</param>
    public void Replace(WorkflowGraph graph)
    {
        var entries = Entries(graph);
        Change(state => state.Without(graph.DefinitionId).With(graph, entries));
    }

    /// <summary>Forgets a workflow that is no longer published.</summary>
    /// <param name="definitionId">The workflow.</param>
    public void Remove(string definitionId) => Change(state => state.Without(definitionId));

    /// <summary>The ways into a graph.</summary>
    /// <param name="graph">The graph.</param>
    public static ImmutableList<TriggerEntry> Entries(WorkflowGraph graph)
    {
        var entries = ImmutableList.CreateBuilder<TriggerEntry>();
        foreach (var trigger in graph.StartTriggers())
        {
            var context = new TriggerIndexingContext(graph);
            if (trigger is IScheduledTrigger)
            {
                entries.Add(new TriggerEntry(graph, trigger.Id, trigger.TriggerName, null, null) { Trigger = trigger });
                if (trigger is not OccasionTrigger)
                {
                    continue;
                }
            }
            foreach (var payload in trigger.Payloads(context))
            {
                entries.Add(
                    new TriggerEntry(
                        graph,
                        trigger.Id,
                        trigger.TriggerName,
                        StimulusHash.Of(trigger.TriggerName, payload),
                        payload
                    )
                    {
                        Trigger = trigger,
                    }
                );
            }
        }
        return entries.ToImmutable();
    }

    private void Change(Func<State, State> change)
    {
        State before;
        do
        {
            before = _state;
        } while (!ReferenceEquals(Interlocked.CompareExchange(ref _state, change(before), before), before));
    }

    private sealed record State(
        ImmutableDictionary<string, ImmutableList<TriggerEntry>> ByDefinition,
        ImmutableDictionary<Guid, ImmutableList<TriggerEntry>> ByHash,
        ImmutableList<TriggerEntry> Schedules,
        ImmutableList<WorkflowGraph> Graphs
    )
    {
        public static State Empty { get; } =
            new(
                ImmutableDictionary.Create<string, ImmutableList<TriggerEntry>>(StringComparer.Ordinal),
                ImmutableDictionary<Guid, ImmutableList<TriggerEntry>>.Empty,
                [],
                []
            );

        public State Without(string definitionId)
        {
            if (!ByDefinition.TryGetValue(definitionId, out var old))
            {
                return this;
            }
            var byHash = ByHash;
            foreach (var entry in old)
            {
                if (entry.Hash is { } hash && byHash.TryGetValue(hash, out var list))
                {
                    list = list.Remove(entry);
                    byHash = list.IsEmpty ? byHash.Remove(hash) : byHash.SetItem(hash, list);
                }
            }
            return new State(
                ByDefinition.Remove(definitionId),
                byHash,
                Schedules.RemoveRange(old),
                Graphs.RemoveAll(graph => string.Equals(graph.DefinitionId, definitionId, StringComparison.Ordinal))
            );
        }

        public State With(WorkflowGraph graph, ImmutableList<TriggerEntry> entries)
        {
            var byHash = ByHash;
            foreach (var entry in entries)
            {
                if (entry.Hash is { } hash)
                {
                    byHash = byHash.SetItem(hash, byHash.GetValueOrDefault(hash, []).Add(entry));
                }
            }
            return new State(
                ByDefinition.SetItem(graph.DefinitionId, entries),
                byHash,
                Schedules.AddRange(entries.Where(entry => entry.IsScheduled)),
                Graphs.Add(graph)
            );
        }
    }
}
