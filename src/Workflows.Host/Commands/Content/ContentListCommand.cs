using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;
using Workflows.Host.Api.Content;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;

namespace Workflows.Host.Commands.Content;

/// <summary><c>content list</c>: the contents of the library.</summary>
internal static class ContentListCommand
{
    private static readonly Option<string?> Kind = Text("--kind", "KIND", "Only of this kind, for example article.");
    private static readonly Option<string?> Search = Text("--search", "TEXT", "Only with this in id or name.");
    private static readonly Option<string?> After = Text("--after", "ID", "The id with which the page before ended.");

    private static readonly Option<ContentState?> State = new("--state")
    {
        Description = "Only where the newest version stands here.",
        HelpName = "Draft|Review|Approved|Used|Withdrawn",
    };

    private static readonly Option<int> Limit = new("--limit")
    {
        Description = $"How many at most, 1 to {Paging.LargestLimit}.",
        HelpName = "COUNT",
        DefaultValueFactory = _ => Paging.DefaultLimit,
    };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("list", "The contents, each by its newest version.")
            {
                Kind,
                State,
                Search,
                After,
                Limit,
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
        var limit = parsed.GetValue(Limit);
        if (Paging.Mistake(limit) is not null)
        {
            throw new BadInputException($"{Limit.Name}: {limit} is not a number from 1 to {Paging.LargestLimit}.");
        }

        var query = new ContentQuery(parsed.GetValue(After), limit)
        {
            Kind = parsed.GetValue(Kind),
            State = parsed.GetValue(State),
            Search = parsed.GetValue(Search),
        };
        var found = await services
            .GetRequiredService<IContentStore>()
            .ListAsync(Tenants.Default, query, cancellationToken);
        var next = found.Count < limit ? null : found[^1].Item.Id;
        var isChinese = CommonOptions.ReadLang(parsed) == Language.Chinese;
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(new Page<ContentBody>([.. found.Select(ContentBody.From)], next));
            return;
        }

        Show(found, services.GetRequiredService<ContentKinds>(), isChinese, terminal.Results);
        if (next is not null)
        {
            terminal.Note(isChinese ? $"下一页：--after {next}" : $"Next page: --after {next}");
        }
    }

    private static void Show(
        IReadOnlyList<ContentVersion> versions,
        ContentKinds kinds,
        bool isChinese,
        IAnsiConsole console
    )
    {
        var table = new Table().AddColumns(
            isChinese ? ["内容", "版本", "状态", "类型", "名称"] : ["Content", "Version", "State", "Kind", "Name"]
        );
        table.Columns[1].RightAligned();
        foreach (var version in versions)
        {
            var kind = kinds.TryGet(version.Item.Kind, out var known) && isChinese ? known.Chinese : version.Item.Kind;
            table.AddRow(
                Markup.Escape(version.Item.Id),
                version.Version.ToString(CultureInfo.InvariantCulture),
                ContentWords.Of(version.State, isChinese),
                Markup.Escape(kind),
                Markup.Escape(version.Item.Name)
            );
        }

        console.Write(table);
    }

    private static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };
}
