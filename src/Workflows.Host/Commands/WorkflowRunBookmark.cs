using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Host.Commands;

/// <summary>A place where a run waits.</summary>
/// <param name="ActivityId">The waiting activity.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">The stimulus it waits for.</param>
/// <param name="DueAt">When it goes on by itself, if it does.</param>
/// <param name="Payload">What it waits for, readable.</param>
internal sealed record WorkflowRunBookmark(
    string ActivityId,
    string Type,
    string Name,
    DateTimeOffset? DueAt,
    object? Payload
)
{
    public static WorkflowRunBookmark From(Bookmark bookmark, GraphNode node) =>
        new(bookmark.ActivityId, node.ActivityType, bookmark.Name, bookmark.DueAt, bookmark.Payload);
}
