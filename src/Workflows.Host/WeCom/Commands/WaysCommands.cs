using System.CommandLine;
using Spectre.Console;
using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Host.WeCom.Commands;

/// <summary><c>wecom ways list|put|remove|qr</c>: QR codes and links by which customers come in (S3-06, S3-56).</summary>
internal static class WaysCommands
{
    private static readonly Argument<string> Name = new("NAME")
    {
        Description = "The way's name, which comes back with the customer: 1 to 30 letters, digits, '-' and '_'.",
    };

    private static readonly Option<WayKind> Kind = new("--kind")
    {
        Description = "Where it leads: a QR code that adds staff, one into a group, or an acquisition link.",
        HelpName = "Contact|Group|Link",
        DefaultValueFactory = _ => WayKind.Contact,
    };

    private static readonly Option<string[]> Staff = Several(
        "--staff",
        "USERID",
        "Staff it adds; several times for several."
    );

    private static readonly Option<string[]> Groups = Several(
        "--group",
        "CHATID",
        "Groups it leads to; several times for up to 5."
    );

    private static readonly Option<string?> SourceTag = Text(
        "--source-tag",
        "TAG",
        "The source tag of who comes by it."
    );

    private static readonly Option<string?> Remark = Text("--remark", "TEXT", "What it is, for people.");

    private static readonly Option<string?> NewGroup = Text(
        "--new-group",
        "NAME",
        "What new groups are called when all are full; none are made without it."
    );

    private static readonly Option<bool> Verifies = new("--verify") { Description = "Staff have to agree first." };

    private static readonly Option<string> Output = new("--output")
    {
        Description = "The file the picture goes to.",
        HelpName = "FILE",
        Required = true,
    };

    public static Command Describe(Terminal terminal) =>
        new("ways", "QR codes and links by which customers come in.")
        {
            List(terminal),
            Put(terminal),
            Remove(terminal),
            Picture(terminal),
        };

    private static Command List(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("list", "The ways there are.") { CommonOptions.Json },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var ways = await AllAsync(services.GetRequiredService<IWayStore>(), cancellationToken);
                if (parsed.GetValue(CommonOptions.Json))
                {
                    output.WriteJson(ways.Select(WayBody.From));
                    return;
                }

                output.Results.Write(Table(ways));
            }
        );

    private static Command Put(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("put", "Makes a way at WeCom, or changes the one of its name.")
            {
                Name,
                Kind,
                Staff,
                Groups,
                SourceTag,
                Remark,
                NewGroup,
                Verifies,
                CommonOptions.Lang,
            },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var outcome = await Desk(services).PutAsync(Read(parsed), cancellationToken);
                WeComOutcomes.ThrowIfRefused(outcome.Mistakes, outcome.Failure, CommonOptions.ReadLang(parsed));
                output.WriteJson(WayBody.From(outcome.Way!));
            }
        );

    private static Command Remove(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("remove", "Removes a way at WeCom: its code stops working.") { Name },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var name = parsed.GetRequiredValue(Name);
                var outcome = await Desk(services).RemoveAsync(name, cancellationToken) ?? throw Unknown(name);
                WeComOutcomes.ThrowIfRefused([], outcome.Failure);
                output.Output.WriteLine($"removed {name}");
            }
        );

    private static Command Picture(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("qr", "Writes the picture of a way's QR code into a file.") { Name, Output },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var name = parsed.GetRequiredValue(Name);
                var store = services.GetRequiredService<IWayStore>();
                var way = await store.FindAsync(Tenants.Default, name, cancellationToken);
                if (way is not { Address: not null })
                {
                    throw Unknown(name);
                }

                var picture =
                    await services.GetRequiredService<WayPictures>().ReadAsync(way, cancellationToken)
                    ?? throw new BadInputException("WeCom does not give the picture of the code.");
                await File.WriteAllBytesAsync(parsed.GetRequiredValue(Output), picture.Bytes, cancellationToken);
                output.Output.WriteLine(parsed.GetRequiredValue(Output));
            }
        );

    private static WaySpec Read(ParseResult parsed) =>
        new WayBody(
            parsed.GetValue(Kind),
            parsed.GetValue(Staff),
            parsed.GetValue(Groups),
            parsed.GetValue(SourceTag),
            parsed.GetValue(Remark),
            !parsed.GetValue(Verifies),
            parsed.GetValue(NewGroup)
        ).ToSpec(parsed.GetRequiredValue(Name));

    private static async Task<List<Way>> AllAsync(IWayStore store, CancellationToken cancellationToken)
    {
        const int count = 1_000;
        List<Way> all = [];
        IReadOnlyList<Way> page;
        do
        {
            page = await store.ListAsync(
                Tenants.Default,
                all.Count == 0 ? null : all[^1].Spec.Name,
                count,
                cancellationToken
            );
            all.AddRange(page);
        } while (page.Count == count);

        return all;
    }

    private static Table Table(IEnumerable<Way> ways)
    {
        var table = new Table().AddColumns("name", "kind", "leads to", "source tag", "remark", "link");
        foreach (var way in ways)
        {
            table.AddRow(
                Markup.Escape(way.Spec.Name),
                way.Spec.Kind.ToString(),
                Markup.Escape(string.Join(" ", way.Spec.Kind == WayKind.Group ? way.Spec.Groups : way.Spec.Staff)),
                Markup.Escape(way.Spec.SourceTag ?? ""),
                Markup.Escape(way.Spec.Remark ?? ""),
                Markup.Escape(way.Reference is null ? "not made yet" : way.Address ?? "")
            );
        }

        return table;
    }

    private static WayDesk Desk(IServiceProvider services) =>
        services.GetService<WayDesk>() ?? throw new BadInputException(WeComAnswers.NotSetUp);

    private static BadInputException Unknown(string name) => new($"There is no way '{name}'.");

    private static Option<string[]> Several(string name, string help, string description) =>
        new(name)
        {
            Description = description,
            HelpName = help,
            DefaultValueFactory = _ => [],
        };

    private static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };
}
