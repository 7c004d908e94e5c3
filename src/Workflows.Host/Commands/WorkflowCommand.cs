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

namespace Workflows.Host.Commands;

/// <summary><c>workflow FILE</c>: runs one Elsa definition in memory until it finishes or waits.</summary>
internal static class WorkflowCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "An Elsa 3 workflow definition." };

    private static readonly Option<string?> Input = new("--input")
    {
        Description = "The workflow's inputs by name, as a JSON object, or @FILE.",
        HelpName = "JSON",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("workflow", "Runs a workflow definition in memory until it finishes or waits.")
        {
            File,
            Input,
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
        var graph = Compile(parsed.GetRequiredValue(File), plugins, terminal);
        var inputs = ReadInputs(parsed.GetValue(Input));
        var now = TimeProvider.System.GetUtcNow();
        var burst = await new WorkflowRunner(services).StartAsync(
            graph,
            new StartOptions { InstanceId = Guid.CreateVersion7(now), Input = inputs },
            new Turn(now, CancellationToken: cancellationToken)
        );

        var run = WorkflowRun.From(burst);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(run);
        }
        else
        {
            Show(run, terminal.Results);
        }

        return ExitCodes.Success;
    }

    private static WorkflowGraph Compile(string path, PluginSet plugins, Terminal terminal)
    {
        var text = JsonText.ReadFile(path);
        JsonText.Check(text, path);
        var compilation = RuntimeRoom.CreateCompiler(plugins).Compile(text);
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

    private static void Show(WorkflowRun run, IAnsiConsole console)
    {
        foreach (var line in run.Lines)
        {
            console.WriteLine(line);
        }

        var steps = new Table().AddColumns("Activity", "Type", "Event", "Outcomes");
        foreach (var step in run.Journal)
        {
            steps.AddRow(
                Markup.Escape(step.ActivityId),
                Markup.Escape(step.ActivityType),
                step.Event.ToString(),
                Markup.Escape(string.Join(", ", step.Outcomes ?? []))
            );
        }

        console.Write(steps);
        console.WriteLine($"{run.Status}, {run.SubStatus}");
        foreach (var (name, value) in run.Output)
        {
            console.WriteLine($"output {name} = {PlainText.Of(value)}");
        }

        foreach (var bookmark in run.Bookmarks)
        {
            var due = bookmark.DueAt is { } at ? $" until {PlainText.Of(at)}" : "";
            console.WriteLine($"waits at {bookmark.ActivityId} ({bookmark.Type}){due}");
        }

        foreach (var incident in run.Incidents)
        {
            console.WriteLine($"incident at {incident.ActivityId} ({incident.ActivityType}): {incident.Message}");
        }
    }
}
