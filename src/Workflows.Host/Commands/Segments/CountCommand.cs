using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Marketing.Segments;

namespace Workflows.Host.Commands.Segments;

/// <summary><c>segments count</c>: how many contacts each rule takes.</summary>
internal static class CountCommand
{
    public static Command Describe(Terminal terminal)
    {
        var command = new Command("count", "Counts the contacts of a rule, or of every rule of a rule set.");
        AskedSegments.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var application = WorkspaceOptions.Open(parsed);
        await HostStart.OpenDatabaseAsync(application.Services, cancellationToken);
        var store = application.Services.GetRequiredService<ISegmentStore>();
        var counts = new List<SegmentCount>();
        foreach (var question in await AskedSegments.AllAsync(parsed, application.Services, cancellationToken))
        {
            var contacts = await store.CountAsync(question, cancellationToken);
            var isExact = store.Explain(question).IsExact;
            counts.Add(new SegmentCount(question.Segment.Rule, question.Segment.SuccessEvent, contacts, isExact));
        }

        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(new { segments = counts });
        }
        else
        {
            Show(counts, CommonOptions.ReadLang(parsed), terminal.Results);
        }

        return ExitCodes.Success;
    }

    private static void Show(IReadOnlyList<SegmentCount> counts, Language language, IAnsiConsole console)
    {
        var isChinese = language == Language.Chinese;
        var table = new Table().AddColumns(
            isChinese ? ["规则", "事件", "客户数", "由谁判断"] : ["Rule", "Event", "Contacts", "Decided by"]
        );
        table.Columns[2].RightAligned();
        foreach (var count in counts)
        {
            table.AddRow(
                Markup.Escape(count.Rule),
                Markup.Escape(count.Event),
                count.Contacts.ToString("N0", CultureInfo.InvariantCulture),
                count.InOneQuery
                    ? (isChinese ? "一条 SQL" : "one query")
                    : (isChinese ? "SQL + 内存" : "query + memory")
            );
        }

        console.Write(table);
    }
}
