using System.CommandLine;
using Workflows.Host.Commands.Content;
using Workflows.Host.Composition;
using Workflows.Host.Documents;

namespace Workflows.Host.Commands;

/// <summary><c>import FOLDER</c>: publishes a folder's rule sets, workflows and contents in the workspace, all or none.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Folder = new("FOLDER")
    {
        Description =
            "A folder with workflow definitions, rule files and folders 'content'; templates in it are left out.",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "import",
            "Publishes the workflows, rule files and contents of a folder; all of them or none."
        )
        {
            Folder,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        WorkspaceOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = parsed.GetRequiredValue(Folder);
        var contents = ContentFolder.ReadAll(folder, withTemplates: false);
        var documents = Document.ReadAll([folder], withTemplates: false, isOptional: contents.Count > 0);
        await using var application = WorkspaceOptions.Open(parsed);
        await HostStart.OpenDatabaseAsync(application.Services, cancellationToken);
        var import = application.Services.GetRequiredService<WorkspaceImport>();
        var outcome = await import.RunAsync(documents, contents, ContentCommand.By, cancellationToken);
        var asJson = parsed.GetValue(CommonOptions.Json);
        if (!outcome.IsComplete)
        {
            terminal.Complain("Nothing was imported: there are errors.");
            var language = CommonOptions.ReadLang(parsed);
            ValidationReport
                .From([.. outcome.Documents.Select(document => document.Checked)], language)
                .Print(terminal, asJson);
            return ExitCodes.Failed;
        }

        var published = outcome.Documents.SelectMany(document => document.Published).ToArray();
        if (asJson)
        {
            terminal.WriteJson(new { published });
        }
        else
        {
            Array.ForEach(published, line => terminal.Output.WriteLine($"published {line}"));
        }

        return ExitCodes.Success;
    }
}
