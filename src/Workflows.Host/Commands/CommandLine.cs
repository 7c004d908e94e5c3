using System.CommandLine;
using System.CommandLine.Help;
using Workflows.Host.Commands.Calendars;
using Workflows.Host.Commands.Contacts;
using Workflows.Host.Commands.Content;
using Workflows.Host.Commands.Places;
using Workflows.Host.Commands.Referral;
using Workflows.Host.Commands.Rules;
using Workflows.Host.Commands.Segments;
using Workflows.Host.Commands.Templates;
using Workflows.Host.Commands.Trials;
using Workflows.Host.WeCom.Commands;

namespace Workflows.Host.Commands;

/// <summary>Everything that can be asked of the program on a command line.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command. This is the only place that turns failures into exit codes.</summary>
    public static async Task<int> RunAsync(
        string[] args,
        Terminal terminal,
        CancellationToken cancellationToken = default
    )
    {
        // "@file" is for the commands to understand: some options take a file's content that way.
        var parsed = Describe(terminal)
            .Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            var mistake = parsed.UnmatchedTokens is [var word, ..]
                ? $"'{word}' is not understood here."
                : parsed.Errors[0].Message;
            terminal.Complain($"{mistake} {Hint(parsed)}");
            return ExitCodes.BadInput;
        }

        var invocation = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // The server ends gracefully on its own terms; every other command may be interrupted at any moment.
            ProcessTerminationTimeout = null,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (BadInputException mistake)
        {
            terminal.Complain(mistake.Message);
            return ExitCodes.BadInput;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            terminal.Complain($"Unexpected: {failure.GetType().Name}: {failure.Message}");
            return ExitCodes.Unexpected;
        }
    }

    private static Command Describe(Terminal terminal) =>
        new("./run", "Runs customer journeys: Elsa 3 workflows whose decisions are RulesEngine rule sets.")
        {
            new HelpOption(),
            ServeCommand.Describe(terminal),
            ImportCommand.Describe(terminal),
            ValidateCommand.Describe(terminal),
            WorkflowCommand.Describe(terminal),
            RulesCommand.Describe(terminal),
            SegmentsCommand.Describe(terminal),
            PlacesCommand.Describe(terminal),
            CalendarCommand.Describe(terminal),
            ContactsCommand.Describe(terminal),
            ContentCommand.Describe(terminal),
            TemplatesCommand.Describe(terminal),
            ReferralCommand.Describe(terminal),
            BacktestCommand.Describe(terminal),
            SampleCommand.Describe(terminal),
            KeysCommand.Describe(terminal),
            UsersCommand.Describe(terminal),
            WeComCommand.Describe(terminal),
        };

    private static string Hint(ParseResult parsed)
    {
        var path = new List<string>();
        for (
            var result = parsed.CommandResult;
            result is not null;
            result = result.Parent as System.CommandLine.Parsing.CommandResult
        )
        {
            path.Insert(0, result.Command.Name);
        }

        return $"Try: {string.Join(' ', path)} --help";
    }
}
