using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Host.Api;

/// <summary>A place where an instance waits.</summary>
/// <param name="ActivityId">The waiting activity.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">The stimulus it waits for.</param>
/// <param name="DueAt">When it goes on by itself, if it does.</param>
/// <param name="Payload">What it waits for, readable.</param>
internal sealed record BookmarkBody(string ActivityId, string Type, string Name, DateTimeOffset? DueAt, object? Payload)
{
    public static BookmarkBody From(Bookmark bookmark, WorkflowGraph graph) =>
        new(
            bookmark.ActivityId,
            graph.Nodes[bookmark.NodeId].ActivityType,
            bookmark.Name,
            bookmark.DueAt,
            bookmark.Payload
        );
}
