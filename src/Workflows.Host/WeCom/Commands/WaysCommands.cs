using System.CommandLine;
using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Host.WeCom.Commands;

/// <summary><c>wecom ways list|put|remove|qr|posters</c>: QR codes and links by which customers come in (S3-06, S3-56).</summary>
internal static class WaysCommands
{
    public static Command Describe(Terminal terminal) =>
        new("ways", "QR codes and links by which customers come in.")
        {
            List(terminal),
            Put(terminal),
            Remove(terminal),
            Picture(terminal),
            WayPosterCommand.Describe(terminal),
        };

    private static Command List(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("list", "The ways there are.") { CommonOptions.Json },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var ways = await services.GetRequiredService<WayBook>().AllAsync(cancellationToken);
                if (parsed.GetValue(CommonOptions.Json))
                {
                    output.WriteJson(ways.Select(WayBody.From));
                    return;
                }

                output.Results.Write(WayTable.Of(ways));
            }
        );

    private static Command Put(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("put", "Makes a way at WeCom, or changes the one of its name.")
            {
                WayOptions.Name,
                WayOptions.Kind,
                WayOptions.Staff,
                WayOptions.Groups,
                WayOptions.SourceTag,
                WayOptions.Remark,
                WayOptions.NewGroup,
                WayOptions.Store,
                WayOptions.Verifies,
                CommonOptions.Lang,
            },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var outcome = await Desk(services).PutAsync(WayOptions.Read(parsed), cancellationToken);
                WeComOutcomes.ThrowIfRefused(outcome.Mistakes, outcome.Failure, CommonOptions.ReadLang(parsed));
                output.WriteJson(WayBody.From(outcome.Way!));
            }
        );

    private static Command Remove(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("remove", "Removes a way at WeCom: its code stops working.") { WayOptions.Name },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var name = parsed.GetRequiredValue(WayOptions.Name);
                var outcome = await Desk(services).RemoveAsync(name, cancellationToken) ?? throw Unknown(name);
                WeComOutcomes.ThrowIfRefused([], outcome.Failure);
                output.Output.WriteLine($"removed {name}");
            }
        );

    private static Command Picture(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("qr", "Writes the picture of a way's QR code into a file.")
            {
                WayOptions.Name,
                WayOptions.Output,
            },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var name = parsed.GetRequiredValue(WayOptions.Name);
                var store = services.GetRequiredService<IWayStore>();
                var way = await store.FindAsync(Tenants.Default, name, cancellationToken);
                if (way is not { Address: not null })
                {
                    throw Unknown(name);
                }

                var picture =
                    await services.GetRequiredService<WayPictures>().ReadAsync(way, cancellationToken)
                    ?? throw new BadInputException("WeCom does not give the picture of the code.");
                await File.WriteAllBytesAsync(
                    parsed.GetRequiredValue(WayOptions.Output),
                    picture.Bytes,
                    cancellationToken
                );
                output.Output.WriteLine(parsed.GetRequiredValue(WayOptions.Output));
            }
        );

    private static WayDesk Desk(IServiceProvider services) =>
        services.GetService<WayDesk>() ?? throw new BadInputException(WeComAnswers.NotSetUp);

    private static BadInputException Unknown(string name) => new($"There is no way '{name}'.");
}
