using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Execution;

/// <summary>The state of one instance. It is changed by <see cref="WorkflowRunner"/> only, one burst at a time; it is not safe for concurrent use.</summary>
public sealed class WorkflowInstance
{
    private static readonly IReadOnlyDictionary<string, object?> NoValues = new Dictionary<string, object?>(
        StringComparer.Ordinal
    );

    internal WorkflowInstance(WorkflowGraph graph, Guid id, Guid subject, DateTimeOffset createdAt)
    {
        Graph = graph;
        Id = id;
        Subject = subject;
        CreatedAt = createdAt;
        UpdatedAt = createdAt;
    }

    /// <summary>Identifies the instance.</summary>
    public Guid Id { get; }

    /// <summary>The definition version it runs, for its whole life.</summary>
    public WorkflowGraph Graph { get; }

    /// <summary>What it is about: a contact, or itself.</summary>
    public Guid Subject { get; }

    /// <summary>Whether it still lives.</summary>
    public WorkflowStatus Status { get; internal set; }

    /// <summary>How it lives or ended.</summary>
    public WorkflowSubStatus SubStatus { get; internal set; }

    /// <summary>The id that correlated stimuli find it by.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Counts the commits; kept by the store, which refuses a stale one.</summary>
    public int Revision { get; set; }

    /// <summary>Whom it reports to; null for nobody.</summary>
    public ParentLink? Parent { get; internal set; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>The time of its last burst.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>When it ended; null while it lives.</summary>
    public DateTimeOffset? FinishedAt { get; internal set; }

    /// <summary>Where it waits. A faulted instance keeps them for the operator; they cannot be resumed.</summary>
    public IReadOnlyList<Bookmark> Bookmarks => BookmarkList;

    /// <summary>What went wrong so far, oldest first.</summary>
    public IReadOnlyList<Incident> Incidents => IncidentList ?? (IReadOnlyList<Incident>)[];

    /// <summary>The workflow's outputs so far.</summary>
    public IReadOnlyDictionary<string, object?> Outputs => OutputMap ?? NoValues;

    /// <summary>The executions that have not ended, oldest first.</summary>
    public IReadOnlyList<ActivityExecutionContext> Activities => Frames;

    internal List<ActivityExecutionContext> Frames { get; } = new(4);

    internal List<Bookmark> BookmarkList { get; } = new(0);

    internal List<Incident>? IncidentList { get; set; }

    internal Dictionary<string, object?>? OutputMap { get; set; }

    /// <summary>The values of the workflow's variables, kept when its execution is over.</summary>
    internal object?[] RootVariables { get; set; } = [];

    internal int LastFrameId { get; set; }

    internal int LastBookmarkId { get; set; }

    internal int LastSequence { get; set; }

    /// <summary>The burst in progress; null between bursts.</summary>
    internal Burst? Current { get; set; }

    /// <summary>The value of one of the workflow's own variables.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether the workflow declares it.</returns>
    public bool TryGetVariable(string name, out object? value)
    {
        var variables = Graph.Root.Variables;
        for (var slot = 0; slot < variables.Length; slot++)
        {
            if (string.Equals(variables[slot].Name, name, StringComparison.Ordinal))
            {
                value = RootVariables[slot];
                return true;
            }
        }
        value = null;
        return false;
    }

    internal void SetOutput(string name, object? value) =>
        (OutputMap ??= new Dictionary<string, object?>(StringComparer.Ordinal))[name] = value;

    internal ActivityExecutionContext? FindFrame(int frameId)
    {
        foreach (var frame in Frames)
        {
            if (frame.FrameId == frameId)
            {
                return frame;
            }
        }
        return null;
    }

    internal Bookmark? FindBookmark(int bookmarkId)
    {
        foreach (var bookmark in BookmarkList)
        {
            if (bookmark.Id == bookmarkId)
            {
                return bookmark;
            }
        }
        return null;
    }
}
