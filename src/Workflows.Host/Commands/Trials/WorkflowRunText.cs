using Spectre.Console;

namespace Workflows.Host.Commands.Trials;

/// <summary>Prints what came of a run for people.</summary>
internal static class WorkflowRunText
{
    public static void Show(WorkflowRun run, IAnsiConsole console)
    {
        foreach (var line in run.Lines)
        {
            console.WriteLine(line);
        }

        console.Write(JournalOf(run));
        console.WriteLine($"{run.Status}, {run.SubStatus}");
        foreach (var (name, value) in run.Output)
        {
            console.WriteLine($"output {name} = {PlainText.Of(value)}");
        }

        Show("waits at ", run.Waits, console);
        Show(
            "incident at ",
            run.Incidents.Select(one => $"{one.ActivityId} ({one.ActivityType}): {one.Message}"),
            console
        );
        Show("would have sent ", run.Outside, console);
        foreach (var started in run.Instances)
        {
            console.WriteLine($"started {started.DefinitionId} ({started.Id}): {started.Status}, {started.SubStatus}");
            Show("  waits at ", started.Waits, console);
            Show("  incident at ", started.Incidents.Select(one => $"{one.ActivityId}: {one.Message}"), console);
        }

        Show("on a server, instances are started by ", run.StartedBy, console);
    }

    private static void Show(string what, IEnumerable<string> lines, IAnsiConsole console)
    {
        foreach (var line in lines)
        {
            console.WriteLine(what + line);
        }
    }

    private static Table JournalOf(WorkflowRun run)
    {
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

        return steps;
    }
}
