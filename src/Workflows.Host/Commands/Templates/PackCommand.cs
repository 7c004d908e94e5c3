using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Commands.Templates;

/// <summary><c>templates pack NAME</c>: one file that another installation installs.</summary>
internal static class PackCommand
{
    private static readonly Option<string?> Output = new("--output")
    {
        Description = "The file to write; NAME-VERSION.zip unless given.",
        HelpName = "FILE",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("pack", "Packs a template whose cases pass into one file.")
        {
            TemplateChoice.Name,
            Output,
            TemplateChoice.Set,
            CommonOptions.Library,
            CommonOptions.Lang,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var name = parsed.GetRequiredValue(TemplateChoice.Name);
        var read = TemplateChoice.Read(TemplateChoice.ShelfOf(parsed), name, parsed);
        var (template, files, _) = TemplateChoice.Apply(read, parsed);
        var report = await new TemplateTrial(RuntimeRoom.CreateCompiler()).RunAsync(
            template!,
            files!,
            cancellationToken
        );
        if (!report.Succeeded)
        {
            var why = report.Diagnostics.FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error)
                is { } mistake
                ? DocumentMistakes.Line(mistake)
                : $"{report.Failed} of its cases fail; './run templates try {name}' shows them.";
            throw new BadInputException($"{name} is not packed: {why}");
        }

        var path = parsed.GetValue(Output) ?? $"{template!.Name}-{template.Version}.zip";
        try
        {
            await File.WriteAllBytesAsync(path, TemplatePackage.Pack(template!, files!), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(failure.Message, failure);
        }

        terminal.Output.WriteLine(path);
        return ExitCodes.Success;
    }
}
