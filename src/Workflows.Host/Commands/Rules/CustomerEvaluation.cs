using System.CommandLine;
using Spectre.Console;
using Workflows.Host.Json;

namespace Workflows.Host.Commands.Rules;

/// <summary><c>rules evaluate --customers</c>: who of a file falls into which rule, row by row.</summary>
internal static class CustomerEvaluation
{
    public static readonly Option<string?> Output = new("--output")
    {
        Description = "Writes the customers again, as CSV, with the columns rule, event, output and why.",
        HelpName = "CSV",
    };

    public static async Task<int> RunAsync(
        ParseResult parsed,
        RuleFile file,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var language = CommonOptions.ReadLang(parsed);
        var question = await CustomerQuestion.OpenAsync(parsed, file, cancellationToken);
        var explainer = question.RuleSet.ExplainerFor(question.Table.Shape);
        var reasons = new CustomerReasons(explainer, language, parsed.GetValue(ExplainCommand.InFull));
        var tally = new CustomerTally(question, reasons);
        using (
            var output = parsed.GetValue(Output) is { } path
                ? new CustomerOutput(path, question.Table.Header, reasons)
                : null
        )
        {
            if (parsed.GetValue(CommonOptions.Json))
            {
                Run(question, tally, output, null, cancellationToken);
            }
            else
            {
                terminal
                    .Progress.Progress()
                    .Start(bars => Run(question, tally, output, bars.AddTask("customers"), cancellationToken));
            }
        }

        var answer = tally.Answer();
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(answer);
        }
        else
        {
            CustomerReport.Show(answer, language, terminal.Results);
        }

        return ExitCodes.Success;
    }

    private static void Run(
        CustomerQuestion question,
        CustomerTally tally,
        CustomerOutput? output,
        ProgressTask? bar,
        CancellationToken cancellationToken
    )
    {
        const int RowsOfStep = 1_000;
        using var text = JsonText.OpenFile(question.Path);
        if (bar is not null)
        {
            bar.MaxValue = text.BaseStream.Length;
        }

        var rows = 0;
        foreach (var row in question.Table.Read(text))
        {
            var decision = row.Values is null ? default : question.RuleSet.Decide(question.Inputs(row));
            tally.Add(row, decision);
            output?.Write(row, decision);
            if (++rows % RowsOfStep == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                bar?.Value = text.BaseStream.Position;
            }
        }

        bar?.Value = text.BaseStream.Length;
    }
}
