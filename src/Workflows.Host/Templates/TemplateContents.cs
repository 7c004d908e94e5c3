using Workflows.Expressions.Diagnostics;
using Workflows.Host.Composition;
using Workflows.Marketing.Content;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Templates;

/// <summary>Puts the contents, personas and files that documents bring into the library of the workspace.</summary>
internal sealed class TemplateContents(IContentStore contents, IPersonaRegister personas, ContentImport import)
{
    /// <summary>What is in the library under the same names and says something else.</summary>
    public async Task<IReadOnlyList<Diagnostic>> ConflictsAsync(ContentPack pack, CancellationToken cancellationToken)
    {
        List<Diagnostic> found = [];
        foreach (var (source, item) in pack.Items)
        {
            var known = await contents.FindAsync(Tenants.Default, new ContentRef(item.Id), cancellationToken);
            if (known is not null && !IsSame(known.Item, item))
            {
                found.Add(Conflict($"Another content '{item.Id}' is there (version {known.Version}).", source));
            }
        }

        foreach (var (source, persona) in pack.Personas)
        {
            var known = await personas.FindAsync(Tenants.Default, persona.Id, cancellationToken);
            if (known is not null && !IsSame(known, persona))
            {
                found.Add(Conflict($"Another persona '{persona.Id}' is there.", source));
            }
        }

        return found;
    }

    /// <summary>What of a pack is not in the library yet.</summary>
    public async Task<ContentPack> NewAsync(ContentPack pack, CancellationToken cancellationToken)
    {
        List<(string, ContentItem)> items = [];
        foreach (var one in pack.Items)
        {
            if (await contents.FindAsync(Tenants.Default, new ContentRef(one.Item.Id), cancellationToken) is null)
            {
                items.Add(one);
            }
        }

        List<(string, Persona)> speakers = [];
        foreach (var one in pack.Personas)
        {
            if (await personas.FindAsync(Tenants.Default, one.Persona.Id, cancellationToken) is null)
            {
                speakers.Add(one);
            }
        }

        return pack with
        {
            Items = items,
            Personas = speakers,
        };
    }

    /// <summary>Everything that importing would say.</summary>
    public Task<IReadOnlyList<Diagnostic>> CheckAsync(
        ContentPack pack,
        string by,
        CancellationToken cancellationToken
    ) => import.CheckAsync(Tenants.Default, pack, by, cancellationToken);

    /// <summary>Imports a pack that was checked.</summary>
    /// <returns>What is there now, a line each.</returns>
    public async Task<IReadOnlyList<string>> ImportAsync(
        ContentPack pack,
        string by,
        bool approves,
        CancellationToken cancellationToken
    )
    {
        var imported = await import.RunAsync(Tenants.Default, pack, by, approves, cancellationToken);
        return
        [
            .. pack.Files.Keys.Order(StringComparer.Ordinal).Select(name => $"file {name}"),
            .. pack.Personas.Select(one => $"persona {one.Persona.Id}"),
            .. imported.Versions.Select(version =>
                $"content {version.Item.Id} version {version.Version}{(version.State.IsSendable() ? "" : " (draft)")}"
            ),
        ];
    }

    private static bool IsSame<T>(T one, T other) =>
        string.Equals(ContentJson.Write(one), ContentJson.Write(other), StringComparison.Ordinal);

    private static Diagnostic Conflict(string message, string source) =>
        new(
            TemplateCodes.Conflict,
            message,
            source,
            Remedy: "Install with leave to replace it, or make a copy of the template under another name."
        );
}
