using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Definitions;

namespace Workflows.Runtime.Json;

/// <summary>Reads workflow definitions as Elsa 3 writes them. What it does not know stays in the document and is written back unchanged.</summary>
public static class ElsaReader
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 256,
    };

    /// <summary>Reads a definition.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The definition, or everything that is wrong with the document's shape.</returns>
    public static DefinitionReading Read(string json)
    {
        JsonElement document;
        try
        {
            using var parsed = JsonDocument.Parse(json, Lenient);
            document = parsed.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            return DefinitionReading.Failed(
                new Diagnostic(
                    WorkflowCodes.NotJson,
                    $"The document is not JSON: line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}.",
                    exception.Path,
                    Remedy: "Export the definition again, or repair the place named."
                )
            );
        }
        return Read(document);
    }

    /// <summary>Reads a definition from a parsed document.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The definition, or everything that is wrong with the document's shape.</returns>
    public static DefinitionReading Read(JsonElement document)
    {
        var diagnostics = new List<Diagnostic>();
        if (document.ValueKind != JsonValueKind.Object)
        {
            return DefinitionReading.Failed(
                new Diagnostic(WorkflowCodes.WrongShape, "A workflow definition is a JSON object.", "$")
            );
        }
        var id = document.Member("definitionId").AsText() ?? document.Member("id").AsText();
        if (string.IsNullOrWhiteSpace(id))
        {
            diagnostics.Add(
                new Diagnostic(
                    WorkflowCodes.MissingMember,
                    "The definition has no definitionId.",
                    "$.definitionId",
                    Remedy: "Give it one that stays the same over all versions."
                )
            );
        }
        var definition = new WorkflowDefinition
        {
            Id = document.Member("id").AsText() ?? "",
            DefinitionId = id ?? "",
            Name = document.Member("name").AsText() ?? id ?? "",
            Description = document.Member("description").AsText(),
            Version = document.Member("version").AsNumber() ?? 1,
            IsLatest = document.Member("isLatest").ValueKind != JsonValueKind.False,
            IsPublished = document.Member("isPublished").AsTruth(),
            Variables = VariableReader.ReadAll(document.Member("variables"), "$.variables", diagnostics),
            Inputs = ReadArguments(document.Member("inputs")),
            Outputs = ReadArguments(document.Member("outputs")),
            Outcomes = [.. document.Member("outcomes").Items().Select(item => item.AsText() ?? "")],
            Options = ReadOptions(document),
            CustomProperties = document.Member("customProperties"),
            Root = document.Member("root"),
            Source = document,
        };
        StructureReader.Check(definition.Root, "$.root", diagnostics);
        return diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? new DefinitionReading(null, diagnostics)
            : new DefinitionReading(definition, diagnostics);
    }

    private static List<ArgumentDefinition> ReadArguments(JsonElement json) =>
        [
            .. json.Items()
                .Where(item => item.ValueKind == JsonValueKind.Object)
                .Select(item => new ArgumentDefinition(
                    item.Member("name").AsText() ?? "",
                    item.Member("type").AsText() ?? item.Member("typeName").AsText() ?? "Object",
                    item.Member("isArray").AsTruth(),
                    item.Member("displayName").AsText(),
                    item.Member("description").AsText(),
                    item.Member("category").AsText(),
                    item.Member("uiHint").AsText()
                )),
        ];

    private static WorkflowOptions ReadOptions(JsonElement document)
    {
        var json = document.Member("options");
        return new(
            ReadActivation(json.Member("activationStrategyType").AsText()),
            json.Member("incidentStrategyType").AsText()?.Contains("Continue", StringComparison.OrdinalIgnoreCase)
            == true
                ? IncidentStrategy.ContinueWithIncidents
                : IncidentStrategy.Fault,
            // Older files hold the flag on the definition itself.
            json.Member("usableAsActivity").AsTruth() || document.Member("usableAsActivity").AsTruth(),
            json.Member("activityCategory").AsText(),
            Enum.TryParse<FlowchartMode>(
                document.Member("customProperties").Member("flowchartMode").AsText(),
                true,
                out var mode
            )
                ? mode
                : null
        );
    }

    /// <summary>Documents hold the strategy's CLR type name; the class name tells which one is meant.</summary>
    private static ActivationStrategy ReadActivation(string? typeName)
    {
        var name = typeName?.Split(',')[0].Split('.')[^1];
        return name switch
        {
            "SingletonStrategy" or "Singleton" => ActivationStrategy.Singleton,
            "CorrelatedSingletonStrategy" or "CorrelatedSingleton" => ActivationStrategy.CorrelatedSingleton,
            "CorrelationStrategy" or "Correlation" => ActivationStrategy.Correlation,
            _ => ActivationStrategy.Always,
        };
    }
}
