using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Evaluation;
using Workflows.Host.Composition;
using Workflows.Host.Json;
using Workflows.Host.Plugins;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Host.Commands.Trials;

/// <summary><c>workflow FILE|FOLDER</c>: runs one Elsa definition in memory until it finishes or waits.</summary>
internal static class WorkflowCommand
{
    private static readonly Argument<string> Path = new("FILE|FOLDER")
    {
        Description =
            "An Elsa 3 workflow definition; those beside it can be started or embedded by it. Or a folder of definitions.",
    };

    private static readonly Option<string?> Id = Text(
        "--id",
        "ID",
        "Which definition of the folder to run, by id or name; not needed where there is one."
    );

    private static readonly Option<string[]> With = new("--with")
    {
        Description = "A file or folder with further definitions that may be started or embedded; may be repeated.",
        HelpName = "PATH",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> Input = Text(
        "--input",
        "JSON",
        "The workflow's inputs by name, as a JSON object, or @FILE."
    );

    private static readonly Option<string?> Trigger = Text(
        "--trigger",
        "ACTIVITY",
        "The id of the activity that starts the workflow; unless given it starts as on a plain run."
    );

    private static readonly Option<string?> CorrelationId = Text(
        "--correlation-id",
        "TEXT",
        "The instance's correlation id."
    );

    private static readonly Option<string[]> Events = new("--event")
    {
        Description =
            "An event for whoever waits for it, once the workflow has come to rest: its name, or NAME=JSON with what it carries; may be repeated.",
        HelpName = "NAME[=JSON]",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<bool> SkipTimers = new("--skip-timers")
    {
        Description = "Let time pass, after the events, until nothing waits for a time any more.",
    };

    private static readonly Option<FlowchartMode> Flowcharts = new("--flowcharts")
    {
        Description = "How flowcharts bring branches together, for definitions that do not say.",
        HelpName = "CounterBased|TokenBased",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "workflow",
            "Runs a workflow definition in memory until it finishes or waits, with the workflows it starts; nothing leaves the process."
        )
        {
            Path,
            Id,
            With,
            Input,
            Trigger,
            CorrelationId,
            Events,
            SkipTimers,
            Flowcharts,
            WorkspaceOptions.Plugins,
            CommonOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var plugins = parsed.GetValue(WorkspaceOptions.Plugins) is { } folder ? PluginSet.Load(folder) : PluginSet.None;
        foreach (var problem in plugins.Problems)
        {
            terminal.Complain(problem);
        }

        await using var services = plugins.CreateServices();
        var definitions = TrialDefinitions.Read(
            parsed.GetRequiredValue(Path),
            parsed.GetValue(Id),
            parsed.GetRequiredValue(With),
            RuntimeRoom.CreateCompiler(plugins, parsed.GetValue(Flowcharts))
        );
        var graph = GraphOf(definitions, terminal);
        var now = TimeProvider.System.GetUtcNow();
        var trial = new WorkflowTrial(definitions, new WorkflowRunner(services), now);
        await RunAsync(trial, graph, parsed, now, cancellationToken);
        var run = WorkflowRun.From(trial, now);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(run);
        }
        else
        {
            WorkflowRunText.Show(run, terminal.Results);
        }

        return ExitCodes.Success;
    }

    private static async Task RunAsync(
        WorkflowTrial trial,
        WorkflowGraph graph,
        ParseResult parsed,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var options = new StartOptions
        {
            InstanceId = Guid.CreateVersion7(now),
            Input = ReadInputs(parsed.GetValue(Input)),
            CorrelationId = parsed.GetValue(CorrelationId),
            TriggerActivityId = TriggerOf(graph, parsed.GetValue(Trigger)),
        };
        var events = parsed.GetRequiredValue(Events).Select(ReadEvent).ToList();
        await trial.StartAsync(graph, options, cancellationToken);
        foreach (var (name, payload) in events)
        {
            await trial.PublishAsync(name, payload, cancellationToken);
        }

        if (parsed.GetValue(SkipTimers))
        {
            await trial.SkipTimersAsync(cancellationToken);
        }
    }

    private static WorkflowGraph GraphOf(TrialDefinitions definitions, Terminal terminal)
    {
        var (path, compilation) = (definitions.Path, definitions.Main);
        // Beside the activities there is always a node for the workflow itself.
        if (compilation.Graph is not { Nodes.Count: > 1 } graph)
        {
            DocumentMistakes.ThrowIfAny(path, compilation.Diagnostics);
            throw new BadInputException($"{path}: this is not a workflow definition.");
        }

        // A draft with mistakes runs until it meets them, as in the studio; the mistakes are said beside it.
        foreach (var diagnostic in compilation.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error))
        {
            terminal.Complain($"{path}: {DocumentMistakes.Line(diagnostic)}");
        }

        return graph;
    }

    private static string? TriggerOf(WorkflowGraph graph, string? activityId) =>
        activityId is null || graph.Find(activityId) is not null
            ? activityId
            : throw new BadInputException($"{Trigger.Name}: there is no activity '{activityId}'.");

    private static (string Name, object? Payload) ReadEvent(string option)
    {
        var parts = option.Split('=', 2);
        return parts is [var name, var json]
            ? (name, PlainJson.ToPlain(JsonText.ParseOption(json, Events.Name)))
            : (option, new Dictionary<string, object?>(StringComparer.Ordinal));
    }

    private static Dictionary<string, object?>? ReadInputs(string? option)
    {
        if (option is null)
        {
            return null;
        }

        var inputs = JsonText.ParseOption(option, Input.Name);
        return inputs.ValueKind == JsonValueKind.Object
            ? inputs
                .EnumerateObject()
                .ToDictionary(member => member.Name, member => PlainJson.ToPlain(member.Value), StringComparer.Ordinal)
            : throw new BadInputException($"{Input.Name}: a JSON object was expected, with one member an input.");
    }

    private static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };
}
