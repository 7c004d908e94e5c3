using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Templates;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Commands.Templates;

/// <summary>What the verbs of <c>templates</c> have in common: which template, with which values.</summary>
internal static class TemplateChoice
{
    public static readonly Argument<string> Name = new("NAME") { Description = "A template of the library." };

    public static readonly Option<string[]> Set = new("--set")
    {
        Description = "A value for one of its parameters; may be given several times.",
        HelpName = "PARAMETER=VALUE",
        DefaultValueFactory = _ => [],
    };

    public static TemplateShelf ShelfOf(ParseResult parsed) =>
        new(Library.Of(parsed.GetValue(CommonOptions.Library)).Root);

    /// <exception cref="BadInputException">There is no such template, or it cannot be read.</exception>
    public static TemplateReading Read(TemplateShelf shelf, string name, ParseResult parsed) =>
        Checked(
            shelf.Read(name)
                ?? throw new BadInputException(
                    CommonOptions.ReadLang(parsed) == Language.Chinese
                        ? NoneInChinese(name, shelf.Names)
                        : NoneInEnglish(name, shelf.Names)
                ),
            parsed
        );

    /// <summary>The template with the values that were given.</summary>
    /// <exception cref="BadInputException">A value is refused.</exception>
    public static TemplateReading Apply(TemplateReading reading, ParseResult parsed) =>
        Checked(TemplateSettings.Apply(reading.Template!, reading.Files!, ReadValues(parsed)), parsed);

    /// <exception cref="BadInputException">A value is not written as one.</exception>
    public static IReadOnlyDictionary<string, string> ReadValues(ParseResult parsed) =>
        ParameterPairs.Read(parsed.GetRequiredValue(Set))
        ?? throw new BadInputException($"{Set.Name}: write PARAMETER=VALUE.");

    /// <exception cref="BadInputException">The template cannot be used.</exception>
    public static TemplateReading Checked(TemplateReading reading, ParseResult parsed)
    {
        if (reading.Succeeded)
        {
            return reading;
        }

        throw new BadInputException(DocumentMistakes.Line(reading.Diagnostics[0], CommonOptions.ReadLang(parsed)));
    }

    private static string NoneInEnglish(string name, IReadOnlyList<string> names) =>
        names.Count > 0
            ? $"There is no template '{name}'; there are {string.Join(", ", names)}."
            : $"There is no template '{name}', nor any other in this library.";

    private static string NoneInChinese(string name, IReadOnlyList<string> names) =>
        names.Count > 0
            ? $"没有模板“{name}”；现有：{string.Join("、", names)}。"
            : $"没有模板“{name}”，此库中也没有其他模板。";
}
