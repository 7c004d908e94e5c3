using System.CommandLine;
using Workflows.Host.Documents;

namespace Workflows.Host.Commands;

/// <summary><c>validate FILE|FOLDER…</c>: everything that publishing would say, about all of them together.</summary>
internal static class ValidateCommand
{
    private static readonly Argument<string[]> Paths = new("FILE|FOLDER")
    {
        Description = "Workflow definitions, rule files, or folders that hold some.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("validate", "Checks workflows and rule files; exit code 1 if one has errors.")
        {
            Paths,
            CommonOptions.Library,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var documents = Document.ReadAll(parsed.GetRequiredValue(Paths));
        var trial = new DocumentTrial(isForJourneys: false);
        var library = Library.Of(parsed.GetValue(CommonOptions.Library));
        await trial.CheckAsync(library.RuleDocuments(), cancellationToken);
        var report = ValidationReport.From(
            await trial.CheckAsync(documents, cancellationToken),
            CommonOptions.ReadLang(parsed)
        );
        report.Print(terminal, parsed.GetValue(CommonOptions.Json));
        return report.Valid ? ExitCodes.Success : ExitCodes.Failed;
    }
}
