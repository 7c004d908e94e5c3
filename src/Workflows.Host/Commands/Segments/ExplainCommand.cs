using System.CommandLine;
using Workflows.Host.Api;
using Workflows.Host.Composition;
using Workflows.Marketing.Segments;

namespace Workflows.Host.Commands.Segments;

/// <summary><c>segments explain</c>: what the database decides, what stays in memory and why, and the query.</summary>
internal static class ExplainCommand
{
    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "explain",
            "Says how a rule is asked of all contacts: which parts are SQL, which stay in memory and why."
        );
        AskedSegments.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var application = WorkspaceOptions.Open(parsed);
        await HostStart.OpenDatabaseAsync(application.Services, cancellationToken);
        var store = application.Services.GetRequiredService<ISegmentStore>();
        var question = await AskedSegments.OneAsync(parsed, application.Services, cancellationToken);
        var plan = PlanBody.From(store.Explain(question), CommonOptions.ReadLang(parsed));
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(plan);
            return ExitCodes.Success;
        }

        foreach (var line in plan.Lines)
        {
            terminal.Output.WriteLine(line);
        }

        terminal.Output.WriteLine();
        terminal.Output.WriteLine(plan.Sql);
        return ExitCodes.Success;
    }
}
