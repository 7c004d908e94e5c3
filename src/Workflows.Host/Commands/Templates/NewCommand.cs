using System.CommandLine;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Commands.Templates;

/// <summary><c>templates new NAME --from TEMPLATE</c>: a copy of one's own to change.</summary>
internal static class NewCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The new template's name." };

    private static readonly Option<string> From = new("--from")
    {
        Description = "The template to copy.",
        HelpName = "TEMPLATE",
        Required = true,
    };

    private static readonly Option<string?> To = new("--to")
    {
        Description = "The folder with workflows/ and rules/ that gets it; the library unless given.",
        HelpName = "FOLDER",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("new", "Copies a template under another name, with values for its parameters.")
        {
            Name,
            From,
            To,
            TemplateChoice.Set,
            CommonOptions.Library,
            CommonOptions.Lang,
        };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var source = TemplateChoice.Read(TemplateChoice.ShelfOf(parsed), parsed.GetRequiredValue(From), parsed);
        var set = TemplateChoice.Apply(source, parsed);
        var copy = TemplateChoice.Checked(
            TemplateSettings.Rename(set.Template!, set.Files!, parsed.GetRequiredValue(Name)),
            parsed
        );
        var root = Library.Of(parsed.GetValue(To) ?? parsed.GetValue(CommonOptions.Library)).Root;
        try
        {
            var folder = new TemplateShelf(root).Add(copy.Template!, copy.Files!);
            terminal.Output.WriteLine(folder);
        }
        catch (IOException failure)
        {
            throw new BadInputException(failure.Message, failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new BadInputException(failure.Message, failure);
        }

        return ExitCodes.Success;
    }
}
