using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Commands.Content;
using Workflows.Host.Composition;
using Workflows.Host.Templates;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Commands.Templates;

/// <summary><c>templates install FILE|NAME</c>: puts a package, or a template of the library, into the workspace.</summary>
internal static class InstallCommand
{
    private static readonly Argument<string> Source = new("FILE|NAME")
    {
        Description = "A package, or a template of the library.",
    };

    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = "Replace rule sets and a journey of the same names.",
    };

    private static readonly Option<bool> Publish = new("--publish")
    {
        Description = "Publish its journey, too; unless given it is a draft.",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "install",
            "Installs a template: its rule sets published, its journey as a draft; all of it or nothing."
        )
        {
            Source,
            TemplateChoice.Set,
            Replace,
            Publish,
            CommonOptions.Library,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        WorkspaceOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var reading = Read(parsed);
        var wishes = new TemplateWishes(
            TemplateChoice.ReadValues(parsed),
            parsed.GetValue(Replace),
            parsed.GetValue(Publish)
        );
        await using var application = WorkspaceOptions.Open(parsed);
        await HostStart.OpenDatabaseAsync(application.Services, cancellationToken);
        var installer = application.Services.GetRequiredService<TemplateInstaller>();
        var outcome = await installer.RunAsync(reading, wishes, ContentCommand.By, cancellationToken);
        var language = CommonOptions.ReadLang(parsed);
        if (outcome.Installed is not { } installed)
        {
            throw new BadInputException(Refusal(outcome.Diagnostics, language));
        }

        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(new { installed });
            return ExitCodes.Success;
        }

        foreach (var line in installed)
        {
            terminal.Output.WriteLine($"installed {line}");
        }

        foreach (var found in outcome.Diagnostics)
        {
            terminal.Note(DocumentMistakes.Line(found, language));
        }

        return ExitCodes.Success;
    }

    private static string Refusal(IReadOnlyList<Diagnostic> diagnostics, Language language)
    {
        var first = DocumentMistakes.Line(diagnostics[0], language);
        var others = diagnostics.Count - 1;
        return (language, others) switch
        {
            (Language.Chinese, 0) => $"未安装任何内容：{first}",
            (Language.Chinese, _) => $"未安装任何内容：{first}（另有 {others} 条）",
            (_, 0) => $"Nothing was installed: {first}",
            _ => $"Nothing was installed: {first} (and {others} more)",
        };
    }

    private static TemplateReading Read(ParseResult parsed)
    {
        var source = parsed.GetRequiredValue(Source);
        if (!File.Exists(source))
        {
            return TemplateChoice.Read(TemplateChoice.ShelfOf(parsed), source, parsed);
        }

        try
        {
            using var package = File.OpenRead(source);
            return TemplateChoice.Checked(TemplatePackage.Read(package), parsed);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(failure.Message, failure);
        }
    }
}
