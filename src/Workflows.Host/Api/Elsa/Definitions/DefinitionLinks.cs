namespace Workflows.Host.Api.Elsa.Definitions;

/// <summary>The links that tell the Studio what its user may do.</summary>
internal static class DefinitionLinks
{
    public static readonly IReadOnlyList<Link> OfList =
    [
        new("/workflow-definitions", "self", "GET"),
        new("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", "POST"),
        new("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
        new("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
        new("/workflow-definitions", "create", "POST"),
    ];

    private static readonly IReadOnlyList<Link> OfReader = [new("/workflow-definitions", "self", "GET")];

    public static IReadOnlyList<Link> OfListFor(bool mayEdit) => mayEdit ? OfList : OfReader;

    public static IReadOnlyList<Link> Of(string definitionId, bool mayEdit)
    {
        var path = $"/workflow-definitions/{Uri.EscapeDataString(definitionId)}";
        return mayEdit
            ?
            [
                new(path, "self", "GET"),
                new($"{path}/execute", "execute", "POST"),
                new($"{path}/publish", "publish", "POST"),
                new($"{path}/retract", "retract", "POST"),
                new(path, "delete", "DELETE"),
                new($"{path}/import", "import", "PUT"),
            ]
            : [new(path, "self", "GET")];
    }
}
