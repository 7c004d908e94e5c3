using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;

namespace Workflows.Host.Commands.Segments;

/// <summary><c>segments list</c>: the contacts a rule takes, page by page.</summary>
internal static class ListCommand
{
    private static readonly Option<int> Limit = new("--limit")
    {
        Description = $"How many at most, 1 to {Paging.LargestLimit}.",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };

    private static readonly Option<string?> After = new("--after")
    {
        Description = "The id with which the page before ended.",
        HelpName = "ID",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("list", "Lists the contacts of a rule in the order of their ids.") { Limit, After };
        AskedSegments.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var limit = parsed.GetValue(Limit);
        if (Paging.Mistake(limit) is not null)
        {
            throw new BadInputException($"{Limit.Name}: {limit} is not a number from 1 to {Paging.LargestLimit}.");
        }

        if (!Paging.TryReadId(parsed.GetValue(After), out var after))
        {
            throw new BadInputException($"{After.Name}: '{parsed.GetValue(After)}' is not the id of a contact.");
        }

        await using var application = WorkspaceOptions.Open(parsed);
        await HostStart.OpenDatabaseAsync(application.Services, cancellationToken);
        var store = application.Services.GetRequiredService<ISegmentStore>();
        var question = await AskedSegments.OneAsync(parsed, application.Services, cancellationToken);
        var contacts = await store.ListAsync(question, after, limit, cancellationToken);
        var next = contacts.Count < limit ? null : contacts[^1].Id.ToString("N");
        var language = CommonOptions.ReadLang(parsed);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(new Page<ContactBody>([.. contacts.Select(ContactBody.From)], next));
            return ExitCodes.Success;
        }

        Show(contacts, language, terminal.Results);
        if (next is not null)
        {
            terminal.Note(language == Language.Chinese ? $"下一页：--after {next}" : $"Next page: --after {next}");
        }

        return ExitCodes.Success;
    }

    private static void Show(IReadOnlyList<ContactState> contacts, Language language, IAnsiConsole console)
    {
        var table = new Table().AddColumns(
            language == Language.Chinese
                ? ["客户", "身份", "加入", "订单", "最近付款", "金额", "标签"]
                : ["Contact", "Identities", "Joined", "Orders", "Last paid", "Amount", "Tags"]
        );
        foreach (var contact in contacts)
        {
            table.AddRow(
                contact.Id.ToString("N"),
                Markup.Escape(contact.Identities.ToString() ?? ""),
                Day(contact.JoinedAt),
                contact.PaidOrderCount.ToString(CultureInfo.InvariantCulture),
                contact.LastPaidAt is { } paid ? Day(paid) : "",
                contact.PaidAmount.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(string.Join(", ", contact.Tags))
            );
        }

        console.Write(table);
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
