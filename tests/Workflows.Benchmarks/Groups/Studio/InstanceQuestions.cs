using System.Text.Json.Nodes;

namespace Workflows.Benchmarks.Groups.Studio;

/// <summary>What the list of instances asks: every order, every filter, and the mixtures that no single index has.</summary>
internal static class InstanceQuestions
{
    private const string Early = "2026-01-01T01:00:00Z";
    private const string Late = "2026-01-02T00:00:00Z";

    public static IReadOnlyList<StudioQuestion> All { get; } =
    [
        Ask("first page", ""),
        Ask("page 5,000", """ "page": 5000 """),
        Ask("oldest first", Order("Created", "Ascending")),
        Ask("by last turn", Order("UpdatedAt", "Descending")),
        Ask("by last turn, longest ago first", Order("UpdatedAt", "Ascending")),
        Ask("by last turn, page 1,000", $"""{Order("UpdatedAt", "Descending")}, "page": 1000 """),
        Ask("by last turn, page 5,000", $"""{Order("UpdatedAt", "Descending")}, "page": 5000 """),
        Ask("by end", Order("Finished", "Descending")),
        Ask("by end, first ended first", Order("Finished", "Ascending")),
        Ask("by end, page 5,000", $"""{Order("Finished", "Descending")}, "page": 5000 """),
        Ask("by name", Order("Name", "Ascending")),
        Ask("by name, last first", Order("Name", "Descending")),
        Ask("of one definition", """ "definitionIds": ["d77"] """),
        Ask(
            "of ten definitions",
            """ "definitionIds": ["d70","d71","d72","d73","d74","d75","d76","d77","d78","d79"] """
        ),
        Ask("of one version", """ "definitionId": "d77", "version": 49 """),
        Ask("of one number of version", """ "version": 49 """),
        Ask("of a number without instances", """ "version": 17 """),
        Ask("running", """ "statuses": ["Running"] """),
        Ask("finished", """ "status": "Finished" """),
        Ask("suspended", """ "subStatuses": ["Suspended"] """),
        Ask("faulted", """ "subStatuses": ["Faulted"] """),
        Ask("cancelled or interrupted", """ "subStatuses": ["Cancelled", "Interrupted"] """),
        Ask("with incidents", """ "hasIncidents": true """),
        Ask("without incidents", """ "hasIncidents": false """),
        Ask("by correlation", """ "correlationId": "order-4711" """),
        Ask("searched, correlation", """ "searchTerm": "order-47" """),
        Ask("searched, name", """ "searchTerm": "Name 47" """),
        Ask("searched, id", """ "searchTerm": "019b76e9-ea40-7000-8000-0000000003e8" """),
        Ask("searched, workflow", """ "searchTerm": "number 77" """),
        Ask("searched, every workflow", """ "searchTerm": "journey" """),
        Ask("searched in vain", """ "searchTerm": "no such thing" """),
        Ask("created after", Time("CreatedAt", "GreaterThan", Late)),
        Ask("created before", Time("CreatedAt", "LessThanOrEqual", Early)),
        Ask("created at", Time("CreatedAt", "Is", Late)),
        Ask("not created at", Time("CreatedAt", "IsNot", Late)),
        Ask("moved after", Time("UpdatedAt", "GreaterThanOrEqual", "2026-01-03T03:00:00Z")),
        Ask("moved after, most of them", Time("UpdatedAt", "GreaterThanOrEqual", Early)),
        Ask("moved before", Time("UpdatedAt", "LessThan", Late)),
        Ask(
            "moved before, longest ago first",
            $"{Time("UpdatedAt", "LessThan", Late)}, {Order("UpdatedAt", "Ascending")}"
        ),
        Ask("ended after", Time("FinishedAt", "GreaterThan", Late)),
        Ask("ended before", Time("FinishedAt", "LessThan", Early)),
        Ask(
            "running, of one definition, created after",
            $""" "statuses": ["Running"], "definitionIds": ["d77"], {Time("CreatedAt", "GreaterThan", Early)}"""
        ),
        Ask("faulted, by last turn", $""" "subStatuses": ["Faulted"], {Order("UpdatedAt", "Descending")}"""),
        Ask("of one definition, by last turn", $""" "definitionId": "d77", {Order("UpdatedAt", "Descending")}"""),
        Ask(
            "running, without incidents, by name",
            $""" "statuses": ["Running"], "hasIncidents": false, {Order("Name", "Ascending")}"""
        ),
        Ask("finished, searched", """ "statuses": ["Finished"], "searchTerm": "order-9" """),
    ];

    private static StudioQuestion Ask(string name, string filter)
    {
        var body = JsonNode.Parse($"{{{filter}}}")!.AsObject();
        body["page"] ??= 0;
        body["pageSize"] = 10;
        body["isSystem"] = false;
        return new StudioQuestion($"instances, {name}", "workflow-instances", body);
    }

    private static string Order(string column, string direction) =>
        $""" "orderBy": "{column}", "orderDirection": "{direction}" """;

    private static string Time(string column, string comparison, string timestamp) =>
        $$""" "timestampFilters": [{ "column": "{{column}}", "operator": "{{comparison}}", "timestamp": "{{timestamp}}" }]""";
}
