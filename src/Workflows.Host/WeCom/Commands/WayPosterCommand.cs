using System.CommandLine;
using Workflows.Expressions.Diagnostics;
using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Host.WeCom.Commands;

/// <summary><c>wecom ways posters</c>: the posters of a store in a file to be printed (S0-36).</summary>
internal static class WayPosterCommand
{
    private static readonly Argument<string> StoreId = new("STORE") { Description = "The store's id." };

    private static readonly Option<string> Output = new("--output")
    {
        Description = "The file (HTML, a page a poster) they go to.",
        HelpName = "FILE",
        Required = true,
    };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("posters", "Writes the posters of all ways whose codes hang in a store into a file.")
            {
                StoreId,
                Output,
                CommonOptions.Lang,
            },
            terminal,
            async (parsed, services, output, cancellationToken) =>
            {
                var id = parsed.GetRequiredValue(StoreId);
                var store =
                    await services
                        .GetRequiredService<IStoreRegister>()
                        .FindAsync(Tenants.Default, id, cancellationToken)
                    ?? throw new BadInputException($"There is no store '{id}'.");
                var poster = new WayPoster(CommonOptions.ReadLang(parsed) != Language.English);
                var (html, sheets) = await services
                    .GetRequiredService<StorePosters>()
                    .PrintAsync(store, poster, cancellationToken);
                if (sheets == 0 || html is null)
                {
                    throw new BadInputException(
                        sheets == 0
                            ? $"No code hangs in the store '{id}': name it by --store when you put a way."
                            : "WeCom does not give the picture of the code."
                    );
                }

                var file = parsed.GetRequiredValue(Output);
                await File.WriteAllTextAsync(file, html, cancellationToken);
                output.Output.WriteLine($"{file}: {sheets}");
            }
        );
}
