namespace Workflows.Benchmarks.Groups.Studio;

/// <summary>What the list and the editor of definitions ask.</summary>
internal static class DefinitionQuestions
{
    private const string List = "workflow-definitions?versionOptions=";
    private const string Page = "&Page=0&PageSize=10&IsSystem=False";

    public static IReadOnlyList<StudioQuestion> All { get; } =
    [
        new("definitions, first page", $"{List}Latest{Page}&SearchTerm=&OrderBy=Name&OrderDirection=Ascending"),
        new("definitions, by name, last first", $"{List}Latest{Page}&OrderBy=Name&OrderDirection=Descending"),
        new("definitions, by creation", $"{List}Latest{Page}&OrderBy=Created&OrderDirection=Descending"),
        new("definitions, by version", $"{List}Latest{Page}&OrderBy=Version&OrderDirection=Descending"),
        new("definitions, page 80", $"{List}Latest&Page=79&PageSize=10&OrderBy=Created&OrderDirection=Descending"),
        new("definitions, searched", $"{List}Latest{Page}&SearchTerm=journey%20number%2077"),
        new("definitions, searched in vain", $"{List}Latest{Page}&SearchTerm=no%20such%20thing"),
        new("definitions, published", $"{List}Published"),
        new("definitions, published of a page", $"{List}Published&{Ids("DefinitionIds", "")}"),
        new("definitions, latest or published", $"{List}LatestOrPublished"),
        new("definitions, latest and published", $"{List}LatestAndPublished{Page}"),
        new("definitions, drafts", $"{List}Draft{Page}"),
        new(
            "definitions, history of one",
            $"{List}AllVersions{Page}&DefinitionIds=d77&OrderBy=Version&OrderDirection=Descending"
        ),
        new("definitions, every version by name", $"{List}AllVersions{Page}"),
        new("definitions, every version by creation", $"{List}AllVersions{Page}&OrderBy=Created"),
        new("definitions, every version by number", $"{List}AllVersions{Page}&OrderBy=Version"),
        new("definitions, every version, page 4,000", $"{List}AllVersions&Page=3999&PageSize=10"),
        new("definitions, of one number", $"{List}17{Page}"),
        new("definitions, by version ids", $"{List}&{Ids("Ids", ":50")}"),
        new("definitions, count", "workflow-definitions/query/count"),
        new("definitions, name check", "workflow-definitions/validation/is-name-unique?name=Journey%20number%20500"),
        new("definition, by id", "workflow-definitions/by-definition-id/d77?versionOptions=Latest"),
        new("definition, by version id", "workflow-definitions/by-id/d77:49"),
        new("definition, several", $"workflow-definitions/many-by-id?{Ids("ids", ":49")}"),
        new("definition, consumers", "workflow-definitions/d77/consumers"),
        new("definition, segments", "workflow-definitions/subgraph/segments/d77:49?childNodeId=Workflow1:root:entered"),
        new(
            "definition, export",
            "workflow-definitions/d77/export?versionOptions=Latest&includeConsumingWorkflows=True"
        ),
        new("descriptors, activities", "descriptors/activities?Refresh=True"),
        new("descriptors, expressions", "descriptors/expression-descriptors"),
        new("descriptors, variables", "descriptors/variables"),
        new("descriptors, storage drivers", "descriptors/storage-drivers"),
        new("descriptors, incident strategies", "descriptors/incident-strategies"),
        new("script completion", "scripting/javascript/type-definitions/d77", new { workflowDefinitionId = "d77" }),
        new("features", "features/installed"),
    ];

    private static string Ids(string name, string suffix) =>
        string.Join('&', Enumerable.Range(70, 10).Select(number => $"{name}=d{number}{suffix}"));
}
