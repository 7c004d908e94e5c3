using System.CommandLine;
using Spectre.Console;
using Workflows.Host.Api.Templates;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Commands.Templates;

/// <summary><c>templates list</c>: what the library offers.</summary>
internal static class ListCommand
{
    private static readonly Option<string?> Industry = new("--industry")
    {
        Description = $"Only those for an industry: {string.Join(", ", TemplateWords.Industries)}.",
        HelpName = "WORD",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("list", "Lists the templates of the library.")
        {
            Industry,
            CommonOptions.Library,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var shelf = TemplateChoice.ShelfOf(parsed);
        var industry = parsed.GetValue(Industry);
        TemplateSummary[] templates =
        [
            .. shelf
                .Names.Select(name => TemplateChoice.Read(shelf, name, parsed).Template!)
                .Where(template => industry is null || template.Industries.Contains(industry, StringComparer.Ordinal))
                .Select(template => TemplateSummary.From(template, CommonOptions.ReadLang(parsed))),
        ];
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(templates);
            return ExitCodes.Success;
        }

        var table = new Table().AddColumns("Name", "Title", "Play", "Stage", "Industries");
        foreach (var template in templates)
        {
            table.AddRow(
                Markup.Escape(template.Name),
                Markup.Escape(template.Title),
                template.Play,
                template.Stage,
                string.Join(", ", template.Industries)
            );
        }

        terminal.Results.Write(table);
        return ExitCodes.Success;
    }
}
