using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions;

/// <summary>
/// A designer that could not draw a workflow shows an empty canvas, and saves it at the first touch. Nobody means to
/// empty a workflow that was published, so such a save is refused.
/// </summary>
internal static class EmptyCanvas
{
    /// <summary>Why the document may not follow the version, or null where it may.</summary>
    public static Diagnostic? Replaces(StoredDefinition published, WorkflowDefinition definition) =>
        CountActivities(definition.Root) == 0
        && ElsaReader.Read(published.Json).Definition is { } before
        && CountActivities(before.Root) > 1
            ? new Diagnostic(
                WorkflowCodes.EmptyCanvas,
                "All activities of a published workflow would be gone; nothing was saved.",
                "$.root",
                Remedy: "Reload the page. To give the workflow up, retract or delete it."
            )
            : null;

    private static int CountActivities(JsonElement root) => root.Member("activities").Items().Count();
}
