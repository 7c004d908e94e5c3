using System.CommandLine;
using System.Text;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Schema;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>rules schema</c>: the JSON schema of rule files about contacts, for editors.</summary>
internal static class SchemaCommand
{
    private static readonly Option<string?> Output = new("--output")
    {
        Description = "Write the schema into a file instead of standard output; name it in rule files as \"$schema\".",
        HelpName = "FILE",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "schema",
            "Writes the JSON schema of rule files, so that editors complete and check them."
        )
        {
            Output,
            CommonOptions.Lang,
        };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var schema = RuleSetSchema.Write(ContactRules.Shape, ContactVocabulary.Names, CommonOptions.ReadLang(parsed));
        if (parsed.GetValue(Output) is not { } path)
        {
            terminal.Output.WriteLine(schema);
            return ExitCodes.Success;
        }

        try
        {
            File.WriteAllText(path, schema + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"{path}: {failure.Message}", failure);
        }

        terminal.Note($"{path}: written. Put \"$schema\": \"{Path.GetFileName(path)}\" into rule files beside it.");
        return ExitCodes.Success;
    }
}
