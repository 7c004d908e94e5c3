using System.Globalization;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>A place where an instance waits.</summary>
internal sealed record BookmarkState(
    string Id,
    string Name,
    string? Hash,
    object? Payload,
    string ActivityId,
    string ActivityNodeId,
    string ActivityInstanceId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DueAt,
    bool AutoBurn,
    bool AutoComplete
)
{
    public static BookmarkState From(Bookmark bookmark, Guid instance, WorkflowGraph graph) =>
        new(
            bookmark.Id.ToString(CultureInfo.InvariantCulture),
            bookmark.Name,
            bookmark.Hash?.ToString("N"),
            bookmark.Payload,
            bookmark.ActivityId,
            graph.Nodes[bookmark.NodeId].Path,
            new ActivityExecutionId(instance, bookmark.FrameId).ToString(),
            bookmark.CreatedAt,
            bookmark.DueAt,
            bookmark.AutoBurn,
            bookmark.AutoComplete
        );
}
