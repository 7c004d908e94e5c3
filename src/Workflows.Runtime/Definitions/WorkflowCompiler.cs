using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Composition;
using Workflows.Runtime.Expressions;
using Workflows.Runtime.Json;

namespace Workflows.Runtime.Definitions;

/// <summary>Compiles definitions to graphs: once per version, then any number of runs. Safe on every thread.</summary>
/// <param name="activities">The activity types; null takes the built-in ones.</param>
/// <param name="expressions">The notations; null takes the built-in ones.</param>
/// <param name="timeZone">The workspace's time zone, for workflows that name none; null takes UTC.</param>
/// <param name="flowcharts">How flowcharts bring ways together, for workflows that do not say. The default counts.</param>
public sealed class WorkflowCompiler(
    ActivityCatalog? activities = null,
    ExpressionRegistry? expressions = null,
    TimeZoneInfo? timeZone = null,
    FlowchartMode flowcharts = FlowchartMode.CounterBased
)
{
    private readonly TimeZoneInfo _timeZone = timeZone ?? TimeZoneInfo.Utc;
    private readonly ActivityCatalog _activities = activities ?? ActivityCatalog.Default;
    private readonly ExpressionRegistry _expressions = expressions ?? ExpressionRegistry.Default;

    /// <summary>The activity types.</summary>
    public ActivityCatalog Activities => _activities;

    /// <summary>The notations.</summary>
    public ExpressionRegistry Expressions => _expressions;

    /// <summary>Reads and compiles a document.</summary>
    /// <param name="json">An Elsa definition.</param>
    /// <param name="embedded">The workflows usable as activities; null for none.</param>
    public WorkflowCompilation Compile(string json, EmbeddedWorkflows? embedded = null)
    {
        var reading = ElsaReader.Read(json);
        return reading.Definition is { } definition
            ? Compile(definition, embedded)
            : new WorkflowCompilation(null, reading.Diagnostics);
    }

    /// <summary>Compiles a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="embedded">The workflows usable as activities; null for none.</param>
    public WorkflowCompilation Compile(WorkflowDefinition definition, EmbeddedWorkflows? embedded = null)
    {
        var diagnostics = new List<Diagnostic>();
        var reader = new ActivityReader(_activities, embedded ?? EmbeddedWorkflows.None, diagnostics);
        var workflow = new Workflow { Id = "Workflow1" };
        if (definition.RootActivity is { } root)
        {
            workflow.Root = root;
            workflow.Variables = [.. definition.CodeVariables];
        }
        else
        {
            workflow.Root = reader.Read(definition.Root);
            workflow.Variables = reader.ReadVariables(definition.Source.Member("variables"), workflow.Id);
        }
        if (workflow.Root is null)
        {
            diagnostics.Add(
                new Diagnostic(
                    WorkflowCodes.NoRoot,
                    "The workflow has no root activity.",
                    workflow.Id,
                    Remedy: "Draw at least one activity."
                )
            );
        }
        var builder = new GraphBuilder(
            _activities,
            _expressions,
            definition,
            definition.Options.FlowchartMode ?? flowcharts,
            diagnostics
        );
        var graph = builder.Build(workflow, TimeZoneOf(definition, diagnostics) ?? _timeZone);
        return new WorkflowCompilation(graph, diagnostics);
    }

    private static TimeZoneInfo? TimeZoneOf(WorkflowDefinition definition, List<Diagnostic> diagnostics)
    {
        var name =
            definition.CustomProperties.ValueKind == JsonValueKind.Object
                ? definition.CustomProperties.Member("timeZone").AsText()
                : null;
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }
        diagnostics.Add(
            new Diagnostic(
                WorkflowCodes.UnknownTimeZone,
                $"The time zone '{name}' is not known here.",
                "customProperties.timeZone",
                Remedy: "Use a name such as Asia/Shanghai."
            )
        );
        return null;
    }
}
