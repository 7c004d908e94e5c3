using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Api.Content;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;

namespace Workflows.Host.Commands.Content;

/// <summary><c>content show CONTENT</c>: one version with what was done with it.</summary>
internal static class ContentShowCommand
{
    public static readonly Argument<string> Which = new("CONTENT")
    {
        Description = "The content's id, with @VERSION for another version than the newest.",
    };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("show", "One content, and who did what with it.")
            {
                Which,
                CommonOptions.Json,
                CommonOptions.Lang,
            },
            terminal,
            RunAsync
        );

    /// <summary>The version that was asked for.</summary>
    /// <exception cref="BadInputException">There is none.</exception>
    public static async Task<ContentVersion> FindAsync(
        ParseResult parsed,
        IContentStore store,
        CancellationToken cancellationToken
    )
    {
        var text = parsed.GetRequiredValue(Which);
        return
            ContentRef.TryParse(text, out var reference)
            && await store.FindAsync(Tenants.Default, reference, cancellationToken) is { } version
            ? version
            : throw new BadInputException($"There is no content '{text}'.");
    }

    private static async Task RunAsync(
        ParseResult parsed,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var store = services.GetRequiredService<IContentStore>();
        var version = await FindAsync(parsed, store, cancellationToken);
        var moves = await store.MovesAsync(Tenants.Default, version.Item.Id, cancellationToken);
        if (parsed.GetValue(CommonOptions.Json))
        {
            terminal.WriteJson(new { content = ContentBody.From(version), history = moves });
            return;
        }

        var isChinese = CommonOptions.ReadLang(parsed) == Language.Chinese;
        Show(version, isChinese, terminal.Results);
        Show(moves, isChinese, terminal.Results);
    }

    private static void Show(ContentVersion version, bool isChinese, IAnsiConsole console)
    {
        var item = version.Item;
        console.MarkupLineInterpolated($"[bold]{version.Ref}[/] {item.Name} ({item.Kind})");
        console.MarkupLineInterpolated(
            $"{ContentWords.Of(version.State, isChinese)} {version.ChangedBy} {version.Note}"
        );
        foreach (var (language, text) in item.Texts)
        {
            console.MarkupLineInterpolated($"{language}: {text.Title} {text.Text}");
        }

        foreach (var part in new[] { item.Url, item.MiniProgram?.Page }.Concat(item.Files).OfType<string>())
        {
            console.MarkupLineInterpolated($"- {part}");
        }
    }

    private static void Show(IReadOnlyList<ContentMove> moves, bool isChinese, IAnsiConsole console)
    {
        var table = new Table().AddColumns(
            isChinese ? ["时间", "版本", "步骤", "谁", "说明"] : ["When", "Version", "Step", "Who", "Note"]
        );
        foreach (var move in moves)
        {
            table.AddRow(
                move.At.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                move.Version.ToString(CultureInfo.InvariantCulture),
                ContentWords.Of(move.Step, isChinese),
                Markup.Escape(move.By),
                Markup.Escape(move.Note ?? "")
            );
        }

        console.Write(table);
    }
}
