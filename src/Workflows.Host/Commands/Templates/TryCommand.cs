using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Commands.Templates;

/// <summary><c>templates try NAME|--all</c>: runs the cases of templates in virtual time.</summary>
internal static class TryCommand
{
    private static readonly Argument<string?> Name = new("NAME")
    {
        Description = "A template of the library.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> All = new("--all") { Description = "Every template of the library." };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command(
            "try",
            "Runs the cases of a template in virtual time; nothing leaves the process. Exit code 1 if one fails."
        )
        {
            Name,
            All,
            TemplateChoice.Set,
            CommonOptions.Library,
            CommonOptions.Lang,
            CommonOptions.Json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var shelf = TemplateChoice.ShelfOf(parsed);
        var trial = new TemplateTrial(RuntimeRoom.CreateCompiler());
        var asJson = parsed.GetValue(CommonOptions.Json);
        List<TemplateTrialReport> reports = [];
        foreach (var name in Names(parsed, shelf))
        {
            var template = TemplateChoice.Apply(TemplateChoice.Read(shelf, name, parsed), parsed);
            var report = await trial.RunAsync(template.Template!, template.Files!, cancellationToken);
            reports.Add(report);
            if (!asJson)
            {
                Show(report, CommonOptions.ReadLang(parsed), terminal);
            }
        }

        if (asJson)
        {
            terminal.WriteJson(reports.Select(TriedTemplate.From));
        }
        else
        {
            terminal.Output.WriteLine($"{reports.Sum(report => report.Passed)} passed, {reports.Sum(Failed)} failed");
        }

        return reports.TrueForAll(report => report.Succeeded) ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static IReadOnlyList<string> Names(ParseResult parsed, TemplateShelf shelf) =>
        (parsed.GetValue(Name), parsed.GetValue(All)) switch
        {
            ({ } name, false) => [name],
            (null, true) when parsed.GetRequiredValue(TemplateChoice.Set).Length == 0 => shelf.Names,
            _ => throw new BadInputException(
                $"Name one template, or say {All.Name}; {TemplateChoice.Set.Name} is for one."
            ),
        };

    private static void Show(TemplateTrialReport report, Language language, Terminal terminal)
    {
        var word = report.Succeeded ? "passed" : "failed";
        terminal.Output.WriteLine(
            $"{word}  {report.Name}: {report.Journey.Count} journey cases, {report.Rules.Count} rule cases"
        );
        foreach (var mistake in report.Diagnostics)
        {
            terminal.Output.WriteLine($"        {DocumentMistakes.Line(mistake, language)}");
        }

        foreach (var failed in report.Journey.Where(result => !result.Passed))
        {
            terminal.Output.WriteLine($"        {failed.Case.Name}: {string.Join(" ", failed.Mismatches)}");
        }

        foreach (var failed in report.Rules.Where(result => !result.Passed))
        {
            terminal.Output.WriteLine($"        {failed.Case.Name}: expected {failed.Expected}, got {failed.Got}");
        }
    }

    // A template that cannot be used has failed, even if it never came to its cases.
    private static int Failed(TemplateTrialReport report) =>
        report.Failed == 0 && !report.Succeeded ? 1 : report.Failed;
}
