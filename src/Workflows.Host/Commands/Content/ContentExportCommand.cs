using System.CommandLine;
using Workflows.Host.Api;
using Workflows.Host.Composition;
using Workflows.Host.Documents;
using Workflows.Marketing.Content;

namespace Workflows.Host.Commands.Content;

/// <summary><c>content export FOLDER [ID…]</c>: writes contents with their personas and files as a folder that can be imported.</summary>
internal static class ContentExportCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "Where to write." };

    private static readonly Argument<string[]> Ids = new("CONTENT")
    {
        Description = "Which contents; all of them unless given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Describe(Terminal terminal) =>
        WorkspaceCommand.Of(
            new Command("export", "Writes contents, their personas and files as a folder that can be imported.")
            {
                Folder,
                Ids,
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
        var store = services.GetRequiredService<IContentStore>();
        var items = await ItemsAsync(store, parsed.GetValue(Ids) ?? [], cancellationToken);
        var personas = await PersonasAsync(services, items, cancellationToken);
        var files = await FilesAsync(services, items, personas, cancellationToken);
        var folder = parsed.GetRequiredValue(Folder);
        ContentFolder.Write(folder, new ContentPackDocument { Items = items, Personas = personas }, files);
        terminal.Output.WriteLine($"{folder}: {items.Count} contents, {personas.Count} personas, {files.Count} files");
    }

    private static async Task<IReadOnlyList<ContentItem>> ItemsAsync(
        IContentStore store,
        string[] ids,
        CancellationToken cancellationToken
    )
    {
        List<ContentItem> items = [];
        foreach (var id in ids)
        {
            items.Add(
                ContentRef.TryParse(id, out var reference)
                && await store.FindAsync(Tenants.Default, reference, cancellationToken) is { } version
                    ? version.Item
                    : throw new BadInputException($"There is no content '{id}'.")
            );
        }

        var last = ids.Length > 0 ? null : "";
        while (last is not null)
        {
            var query = new ContentQuery(last.Length == 0 ? null : last, Paging.LargestLimit);
            var page = await store.ListAsync(Tenants.Default, query, cancellationToken);
            items.AddRange(page.Select(version => version.Item));
            last = page.Count < Paging.LargestLimit ? null : page[^1].Item.Id;
        }

        return items;
    }

    private static async Task<IReadOnlyList<Persona>> PersonasAsync(
        IServiceProvider services,
        IReadOnlyList<ContentItem> items,
        CancellationToken cancellationToken
    )
    {
        var register = services.GetRequiredService<IPersonaRegister>();
        List<Persona> personas = [];
        foreach (var id in items.Select(item => item.Persona).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await register.FindAsync(Tenants.Default, id, cancellationToken) is { } persona)
            {
                personas.Add(persona);
            }
        }

        return personas;
    }

    private static async Task<Dictionary<string, byte[]>> FilesAsync(
        IServiceProvider services,
        IReadOnlyList<ContentItem> items,
        IReadOnlyList<Persona> personas,
        CancellationToken cancellationToken
    )
    {
        var media = services.GetRequiredService<IMediaLibrary>();
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var names = items
            .SelectMany(item => item.Files)
            .Concat(personas.SelectMany(one => new[] { one.Avatar, one.Background }.OfType<string>()));
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (
                await media.FindAsync(Tenants.Default, name, cancellationToken) is { } entry
                && await media.ReadAsync(Tenants.Default, entry.Hash, cancellationToken) is { } bytes
            )
            {
                files[name] = bytes;
            }
        }

        return files;
    }
}
