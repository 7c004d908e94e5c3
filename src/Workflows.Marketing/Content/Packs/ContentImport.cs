using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;

namespace Workflows.Marketing.Content;

/// <summary>Takes a pack into the library: all of it, or nothing where a part has errors.</summary>
public sealed class ContentImport(
    IContentStore store,
    IMediaLibrary media,
    IPersonaRegister personas,
    ContentKinds kinds,
    MergeFields fields,
    TimeProvider clock
)
{
    /// <summary>Where the workspace says what is forbidden; null for what the product brings.</summary>
    /// <value>The default value is null.</value>
    public RuleSetCatalog? RuleSets { get; init; }

    /// <summary>Imports a pack; importing it again changes nothing.</summary>
    /// <param name="tenant">Whose library.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="by">Who imports it.</param>
    /// <param name="approves">Whether drafts are approved at once, by whoever imports them.</param>
    /// <param name="cancellationToken">Ends the attempt; what was written stays, and importing again goes on.</param>
    public async Task<ContentImported> RunAsync(
        int tenant,
        ContentPack pack,
        string by,
        bool approves,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(pack);
        var found = await CheckAsync(tenant, pack, by, cancellationToken);
        if (found.Any(one => one.Severity == DiagnosticSeverity.Error))
        {
            return new ContentImported([], found);
        }

        foreach (var (name, bytes) in pack.Files)
        {
            await new MediaUpload(media, clock).AddAsync(tenant, name, bytes, by, cancellationToken);
        }

        foreach (var (_, persona) in pack.Personas)
        {
            await personas.SaveAsync(tenant, persona, cancellationToken);
        }

        List<ContentVersion> versions = [];
        foreach (var (source, item) in pack.Items)
        {
            var change = new ContentChange(ContentStep.Write, by, clock.GetUtcNow());
            if (await store.WriteAsync(tenant, item, change, cancellationToken) is { } written)
            {
                versions.Add(approves ? await ApproveAsync(tenant, written, by, cancellationToken) : written);
            }
            else
            {
                // Somebody submitted it a moment ago.
                found = [.. found, UnderReview(source, item)];
            }
        }

        return new ContentImported(versions, found);
    }

    /// <summary>Everything that importing a pack would say; nothing is written.</summary>
    /// <param name="tenant">Whose library.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="by">Who would import it.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(
        int tenant,
        ContentPack pack,
        string by,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(pack);
        List<Diagnostic> found = [];
        // Against a copy of what the library would be: nothing is written before everything is known to be right.
        var files = new MemoryMediaLibrary();
        var known = new MemoryPersonaRegister();
        foreach (
            var name in pack
                .Items.SelectMany(one => one.Item.Files)
                .Concat(pack.Files.Keys)
                .Distinct(StringComparer.Ordinal)
        )
        {
            if (await media.FindAsync(tenant, name, cancellationToken) is { } entry)
            {
                await files.AddAsync(tenant, entry, [], cancellationToken);
            }
        }

        foreach (var (name, bytes) in pack.Files)
        {
            var (_, mistakes) = await new MediaUpload(files, clock).AddAsync(
                tenant,
                name,
                bytes,
                by,
                cancellationToken
            );
            found.AddRange(mistakes);
        }

        foreach (var (source, persona) in pack.Personas)
        {
            found.AddRange(PersonaCheck.Run(persona).Select(mistake => At(source, mistake)));
            await known.SaveAsync(tenant, persona, cancellationToken);
        }

        foreach (var id in pack.Items.Select(one => one.Item.Persona).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (
                await known.FindAsync(tenant, id, cancellationToken) is null
                && await personas.FindAsync(tenant, id, cancellationToken) is { } persona
            )
            {
                await known.SaveAsync(tenant, persona, cancellationToken);
            }
        }

        var library = new ContentLibrary(store, files, known, kinds, fields) { RuleSets = RuleSets };
        foreach (var (source, item) in pack.Items)
        {
            var mistakes = await library.CheckAsync(tenant, item, cancellationToken);
            found.AddRange(mistakes.Select(mistake => At(source, mistake)));
            if (
                await store.FindAsync(tenant, new ContentRef(item.Id), cancellationToken) is
                { State: ContentState.Review }
            )
            {
                found.Add(UnderReview(source, item));
            }
        }

        foreach (
            var twice in pack.Items.GroupBy(one => one.Item.Id, StringComparer.Ordinal).Where(one => one.Count() > 1)
        )
        {
            found.Add(new Diagnostic(ContentCodes.Text, $"The id '{twice.Key}' is there twice.", twice.Last().Source));
        }

        return found;
    }

    private async Task<ContentVersion> ApproveAsync(
        int tenant,
        ContentVersion version,
        string by,
        CancellationToken cancellationToken
    )
    {
        foreach (var step in new[] { ContentStep.Submit, ContentStep.Approve })
        {
            var change = new ContentChange(step, by, clock.GetUtcNow());
            version =
                await store.MoveAsync(tenant, version.Item.Id, version.Version, change, cancellationToken) ?? version;
        }

        return version;
    }

    private static Diagnostic UnderReview(string source, ContentItem item) =>
        new(
            ContentCodes.Step,
            $"'{item.Id}' is under review and cannot be changed now.",
            source,
            Remedy: "Have the review approved or refused first."
        );

    private static Diagnostic At(string source, Diagnostic mistake) =>
        mistake with
        {
            Path = $"{source}{mistake.Path?.TrimStart('$')}",
        };
}
