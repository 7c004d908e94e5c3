using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Host.Documents;
using Workflows.Marketing.Content;

namespace Workflows.Host.Commands.Content;

/// <summary><c>content import FOLDER</c>: takes a folder of contents into the library, all of it or nothing.</summary>
internal static class ContentImportCommand
{
    private static readonly Argument<string> Folder = new("FOLDER")
    {
        Description = "A folder with JSON files ({ \"items\": […], \"personas\": […] }) and media/.",
    };

    private static readonly Option<bool> Approve = new("--approve")
    {
        Description = "Approve at once what is imported: it may be sent.",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("import", "Takes a folder of contents into the library; all of it or nothing.")
        {
            Folder,
            Approve,
            CommonOptions.Json,
            CommonOptions.Lang,
        };
        WorkspaceOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var pack = ContentFolder.Read(parsed.GetRequiredValue(Folder));
        await using var application = WorkspaceOptions.Open(parsed);
        await HostStart.OpenDatabaseAsync(application.Services, cancellationToken);
        var import = application.Services.GetRequiredService<ContentImport>();
        var imported = await import.RunAsync(
            Tenants.Default,
            pack,
            ContentCommand.By,
            parsed.GetValue(Approve),
            cancellationToken
        );
        var language = CommonOptions.ReadLang(parsed);
        foreach (var diagnostic in imported.Diagnostics)
        {
            terminal.Complain(DocumentMistakes.Line(diagnostic, language));
        }

        if (imported.Diagnostics.Any(one => one.Severity == DiagnosticSeverity.Error))
        {
            return ExitCodes.Failed;
        }

        Print(imported, pack, parsed.GetValue(CommonOptions.Json), language, terminal);
        return ExitCodes.Success;
    }

    private static void Print(
        ContentImported imported,
        ContentPack pack,
        bool asJson,
        Language language,
        Terminal terminal
    )
    {
        if (asJson)
        {
            terminal.WriteJson(
                new
                {
                    contents = imported.Versions.Select(version => new
                    {
                        version.Item.Id,
                        version.Version,
                        version.State,
                    }),
                    personas = pack.Personas.Count,
                    files = pack.Files.Count,
                }
            );
            return;
        }

        foreach (var version in imported.Versions)
        {
            terminal.Output.WriteLine($"{version.Ref}: {ContentWords.Of(version.State, language == Language.Chinese)}");
        }

        terminal.Output.WriteLine(
            language == Language.Chinese
                ? $"{imported.Versions.Count} 条内容，{pack.Personas.Count} 个人设，{pack.Files.Count} 个文件"
                : $"{imported.Versions.Count} contents, {pack.Personas.Count} personas, {pack.Files.Count} files"
        );
    }
}
