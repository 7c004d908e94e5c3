using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;
using Workflows.Host.Api.Content;
using Workflows.Host.Composition;
using Workflows.Storage.Content;

namespace Workflows.Host.Commands.Content;

/// <summary><c>content adoption [ID]</c>: what was given out to the staff, and who used it (S1-40).</summary>
internal static class ContentAdoptionCommand
{
    private static readonly Argument<string?> Which = new("ID")
    {
        Description = "One distribution; all of them, the newest first, unless given.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("adoption", "The contents given out to the staff, and who used them.")
            {
                Which,
                CommonOptions.Json,
                CommonOptions.Lang,
            },
            terminal,
            RunAsync
        );

    private static async Task RunAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var ledger = services.GetRequiredService<DistributionLedger>();
        var isChinese = CommonOptions.ReadLang(parsed) == Language.Chinese;
        if (parsed.GetValue(Which) is { } id)
        {
            var report =
                await ledger.FindAsync(Tenants.Default, id, cancellationToken)
                ?? throw new BadInputException($"Nothing was given out as '{id}'.");
            Print(parsed, terminal, DistributionBody.From(report), () => Staff(report, isChinese));
            return;
        }

        var reports = await ledger.ListAsync(Tenants.Default, 0, Paging.DefaultLimit, cancellationToken);
        var page = new Page<DistributionBody>([.. reports.Select(DistributionBody.From)], null);
        Print(parsed, terminal, page, () => All(reports, isChinese));
    }

    private static void Print<T>(ParseResult parsed, Terminal terminal, T document, Func<Table> table)
    {
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(document);
            return;
        }

        terminal.Results.Write(table());
    }

    private static Table All(IReadOnlyList<DistributionReport> reports, bool isChinese)
    {
        var table = new Table().AddColumns(
            isChinese
                ? ["分发", "内容", "时间", "员工", "已用", "采用率"]
                : ["Distribution", "Content", "At", "Staff", "Used", "Adoption"]
        );
        foreach (var report in reports)
        {
            table.AddRow(
                Markup.Escape(report.Distribution.Id),
                Markup.Escape(report.Distribution.Content.ToString()),
                Time(report.Distribution.At),
                report.Staff.Count.ToString(CultureInfo.InvariantCulture),
                report.Used.ToString(CultureInfo.InvariantCulture),
                report.AdoptionRate.ToString("P1", CultureInfo.InvariantCulture)
            );
        }

        return table;
    }

    private static Table Staff(DistributionReport report, bool isChinese)
    {
        var table = new Table().AddColumns(
            isChinese ? ["员工", "使用次数", "首次使用"] : ["Staff", "Uses", "First use"]
        );
        foreach (var one in report.Staff)
        {
            table.AddRow(
                Markup.Escape(one.Staff),
                one.Uses.ToString(CultureInfo.InvariantCulture),
                one.FirstAt is { } at ? Time(at) : ""
            );
        }

        return table;
    }

    private static string Time(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
