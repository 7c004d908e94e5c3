using System.Diagnostics.CodeAnalysis;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Journal;

namespace Workflows.Runtime.Execution;

/// <summary>What one burst of an instance did: everything a turn has to commit.</summary>
public sealed class Burst
{
    /// <summary>No honest turn starts so many activities; a loop in which nothing waits does.</summary>
    internal const int MaxSteps = 100_000;

    private int _steps;
    private List<Effect>? _effects;
    private List<Bookmark>? _added;
    private List<Bookmark>? _removed;
    private List<string>? _lines;
    private List<RecordedOutput>? _recorded;

    internal Burst(WorkflowInstance instance, IServiceProvider? services, Turn turn)
    {
        Instance = instance;
        Services = services;
        Turn = turn;
        Journaled = new List<JournalEntry>(instance.Graph.JournalHint);
    }

    /// <summary>The instance after the burst.</summary>
    public WorkflowInstance Instance { get; }

    /// <summary>Bookmarks created by the burst that are still there.</summary>
    public IReadOnlyList<Bookmark> AddedBookmarks => _added ?? (IReadOnlyList<Bookmark>)[];

    /// <summary>Bookmarks that were there before the burst and are gone or can no longer be resumed.</summary>
    public IReadOnlyList<Bookmark> RemovedBookmarks => _removed ?? (IReadOnlyList<Bookmark>)[];

    /// <summary>What is to be done outside, in the order it was asked for.</summary>
    public IReadOnlyList<Effect> Effects => _effects ?? (IReadOnlyList<Effect>)[];

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<JournalEntry> JournalEntries => Journaled;

    /// <summary>What <c>WriteLine</c> wrote.</summary>
    public IReadOnlyList<string> Lines => _lines ?? (IReadOnlyList<string>)[];

    /// <summary>The turn it ran in.</summary>
    public Turn Turn { get; }

    internal IServiceProvider? Services { get; }

    internal List<JournalEntry> Journaled { get; }

    /// <summary>Whether the journal shows what activities were given and handed out.</summary>
    internal bool RecordsValues { get; init; }

    internal Queue<ActivityExecutionContext> Ready { get; set; } = null!;

    internal IReadOnlyDictionary<string, object?>? Input { get; set; }

    internal object? StimulusPayload { get; set; }

    internal string? TriggerActivityId { get; set; }

    internal WorkflowSubStatus PreviousSubStatus { get; init; }

    /// <summary>Whether an incident ended the instance while other branches still run on.</summary>
    internal bool HasFaulted { get; set; }

    /// <summary>Whether an operator changed the instance: it is written even when nothing followed from that.</summary>
    internal bool IsAltered { get; set; }

    internal object? LastResult { get; private set; }

    /// <summary>The next activity to start; false when nothing is ready, or when the burst does not come to an end.</summary>
    internal bool TryTake([NotNullWhen(true)] out ActivityExecutionContext? frame)
    {
        do
        {
            if (!Ready.TryDequeue(out frame))
            {
                return false;
            }
        } while (frame.Status == ActivityStatus.Canceled);
        if (++_steps <= MaxSteps)
        {
            return true;
        }
        Ready.Clear();
        HasFaulted = true;
        frame.Status = ActivityStatus.Running;
        Advancer.Fail(
            frame,
            "EndlessLoop",
            $"More than {MaxSteps} activities ran without anything waiting: a loop does not end.",
            isRetryable: false
        );
        return false;
    }

    internal void Emit(Effect effect) => (_effects ??= []).Add(effect);

    /// <summary>Stimuli for the instance itself are known to meet somebody, or nobody, only now.</summary>
    internal void DeliverLocally()
    {
        for (var index = (_effects?.Count ?? 0) - 1; index >= 0; index--)
        {
            if (_effects![index] is PublishLocally local)
            {
                _effects.RemoveAt(index);
                _effects.InsertRange(index, Resumes(local));
            }
        }
    }

    private IEnumerable<ResumeInstance> Resumes(PublishLocally local) =>
        from bookmark in Instance.BookmarkList
        where bookmark.Hash == local.Stimulus.Hash && Instance.Status == WorkflowStatus.Running
        select new ResumeInstance(
            $"{local.Key}:{bookmark.Id}",
            Instance.Id,
            Instance.Subject,
            bookmark.Id,
            local.Stimulus.Payload
        );

    internal void WriteLine(string text) => (_lines ??= []).Add(text);

    internal void Record(int nodeId, string output, object? value)
    {
        (_recorded ??= []).Add(new RecordedOutput(nodeId, output, value));
        LastResult = value;
    }

    /// <summary>The value an activity last produced in this burst.</summary>
    internal object? FindOutput(int nodeId, string output)
    {
        for (var index = (_recorded?.Count ?? 0) - 1; index >= 0; index--)
        {
            var recorded = _recorded![index];
            if (recorded.NodeId == nodeId && string.Equals(recorded.Output, output, StringComparison.OrdinalIgnoreCase))
            {
                return recorded.Value;
            }
        }
        return null;
    }

    internal void Add(Bookmark bookmark)
    {
        Instance.BookmarkList.Add(bookmark);
        (_added ??= new List<Bookmark>(2)).Add(bookmark);
    }

    internal void Remove(Bookmark bookmark)
    {
        Instance.BookmarkList.Remove(bookmark);
        if (_added is null || !_added.Remove(bookmark))
        {
            (_removed ??= new List<Bookmark>(2)).Add(bookmark);
        }
    }

    /// <summary>What is left of an ended instance can no longer be resumed.</summary>
    internal void RetireBookmarks()
    {
        foreach (var bookmark in Instance.BookmarkList)
        {
            if (_added is null || !_added.Contains(bookmark))
            {
                (_removed ??= []).Add(bookmark);
            }
        }
        _added = null;
    }

    /// <summary>What an activity evaluated before it began to wait for others goes with its last line of the burst.</summary>
    internal void NoteValues(ActivityExecutionContext frame)
    {
        if (!RecordsValues)
        {
            return;
        }
        var index = Journaled.FindLastIndex(entry => entry.FrameId == frame.FrameId);
        if (index >= 0 && Journaled[index].Values is null && frame.TakeValues() is { } values)
        {
            Journaled[index] = Journaled[index] with { Values = values };
        }
    }

    internal void Log(ActivityExecutionContext frame, JournalEvent what, Outcomes? outcomes = null)
    {
        if (frame.Parent is null)
        {
            return;
        }
        Journaled.Add(
            new JournalEntry(
                ++Instance.LastSequence,
                what,
                frame.Node.Index,
                frame.FrameId,
                frame.Parent.FrameId,
                outcomes,
                frame.TakeJournalData(),
                RecordsValues && what is not (JournalEvent.Started or JournalEvent.Resumed) ? frame.TakeValues() : null
            )
        );
    }
}
