using System.Text.Json;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Json;

/// <summary>The workflows that may be used as activities: their activity type is their name in Pascal case.</summary>
/// <param name="definitions">The published definitions marked as usable; others are ignored.</param>
public sealed class EmbeddedWorkflows(IEnumerable<WorkflowDefinition> definitions)
{
    private readonly WorkflowDefinition[] _definitions =
    [
        .. definitions.Where(definition => definition.Options.UsableAsActivity),
    ];

    /// <summary>No workflow may be used as an activity.</summary>
    public static EmbeddedWorkflows None { get; } = new([]);

    internal WorkflowDefinition? Find(string typeName, JsonElement activity)
    {
        var id = activity.Member("workflowDefinitionId").AsText();
        var versionId = activity.Member("workflowDefinitionVersionId").AsText();
        return Array.Find(_definitions, definition => versionId is not null && Same(definition.Id, versionId))
            ?? Array.Find(_definitions, definition => id is not null && Same(definition.DefinitionId, id))
            ?? Array.Find(_definitions, definition => id is null && Same(Words.Pascal(definition.Name), typeName));
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
