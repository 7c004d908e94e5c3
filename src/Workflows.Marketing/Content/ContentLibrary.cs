using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Rules.Catalog;

namespace Workflows.Marketing.Content;

/// <summary>
/// The content library: writes drafts, takes them through review (S3-60), and finds what may be sent. It knows what a
/// content has to be; who may take which step is decided by whoever asks.
/// </summary>
/// <param name="store">Where contents are kept.</param>
/// <param name="media">Where their files are kept.</param>
/// <param name="personas">Who may say them.</param>
/// <param name="kinds">The kinds there are.</param>
/// <param name="fields">The merge fields that contacts have.</param>
public sealed class ContentLibrary(
    IContentStore store,
    IMediaLibrary media,
    IPersonaRegister personas,
    ContentKinds kinds,
    MergeFields fields
)
{
    private const int LongestNote = 1_000;

    /// <summary>Where contents are kept.</summary>
    public IContentStore Store => store;

    /// <summary>Where the workspace says what is forbidden; null for what the product brings.</summary>
    /// <value>The default value is null.</value>
    public RuleSetCatalog? RuleSets { get; init; }

    /// <summary>Everything that writing a content would say; nothing is written.</summary>
    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(
        int tenant,
        ContentItem item,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(item);
        List<Diagnostic> found = [.. new ContentCheck(item, kinds).Run()];
        foreach (var file in item.Files.Distinct(StringComparer.Ordinal))
        {
            if (await media.FindAsync(tenant, file, cancellationToken) is null)
            {
                found.Add(
                    new Diagnostic(
                        ContentCodes.File,
                        $"The library has no file named '{file}'.",
                        "$.media",
                        Remedy: "Upload the file first."
                    )
                );
            }
        }

        await CheckPersonaAsync(tenant, item, found, cancellationToken);
        foreach (var (language, text) in item.Texts.Where(pair => pair.Value is not null))
        {
            found.AddRange(await fields.CheckAsync(text.Text, $"$.texts.{language}.text", cancellationToken));
            found.AddRange(await fields.CheckAsync(text.Title, $"$.texts.{language}.title", cancellationToken));
            found.AddRange(
                await fields.CheckAsync(text.Description, $"$.texts.{language}.description", cancellationToken)
            );
        }

        found.AddRange(await new ForbiddenTexts(RuleSets).FindAsync(item, "$", cancellationToken));
        return found;
    }

    /// <summary>Writes a content as a draft: over the newest version while that is one, else as the next version.</summary>
    public async Task<ContentSaving> WriteAsync(
        int tenant,
        ContentItem item,
        string by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var found = await CheckAsync(tenant, item, cancellationToken);
        if (found.Any(one => one.Severity == DiagnosticSeverity.Error))
        {
            return new ContentSaving(null, found);
        }

        var written = await store.WriteAsync(
            tenant,
            item,
            new ContentChange(ContentStep.Write, by, at),
            cancellationToken
        );
        return written is not null
            ? new ContentSaving(written, found)
            : Refused(
                $"'{item.Id}' is under review and cannot be changed now.",
                "Have the review approved or refused first."
            );
    }

    /// <summary>Takes a step with a version.</summary>
    /// <returns>The version then, or why the step cannot be taken; null where there is no such version.</returns>
    public async Task<ContentSaving?> MoveAsync(
        int tenant,
        string id,
        int version,
        ContentChange change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(change);
        if (await store.FindAsync(tenant, new ContentRef(id, version), cancellationToken) is not { } before)
        {
            return null;
        }

        if (
            change.Note?.Length > LongestNote
            || (change.Step == ContentStep.Refuse && string.IsNullOrWhiteSpace(change.Note))
        )
        {
            return Refused(
                $"A note of 1 to {LongestNote} characters is needed here.",
                "Say what has to be better, so that the author knows."
            );
        }

        // What was good when it was written may name a file or a persona that is gone.
        var found = change.Step is ContentStep.Submit or ContentStep.Approve
            ? await CheckAsync(tenant, before.Item, cancellationToken)
            : [];
        if (found.Any(one => one.Severity == DiagnosticSeverity.Error))
        {
            return new ContentSaving(null, found);
        }

        return await store.MoveAsync(tenant, id, version, change, cancellationToken) is { } moved
            ? new ContentSaving(moved, found)
            : Refused(
                $"The step '{change.Step}' cannot be taken: the version is '{before.State}'.",
                "Look at the version again; somebody may have been faster."
            );
    }

    private async Task CheckPersonaAsync(
        int tenant,
        ContentItem item,
        List<Diagnostic> found,
        CancellationToken cancellationToken
    )
    {
        if (item.Persona is not { } id)
        {
            return;
        }

        if (await personas.FindAsync(tenant, id, cancellationToken) is not { } persona)
        {
            found.Add(
                new Diagnostic(
                    ContentCodes.PersonaUnknown,
                    $"There is no persona named '{id}'.",
                    "$.persona",
                    Remedy: "Add the persona first, or choose another one."
                )
            );
            return;
        }

        foreach (var word in persona.ForbiddenWords)
        {
            foreach (var (language, text) in item.Texts)
            {
                if ($"{text.Title}\n{text.Text}\n{text.Description}".Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    found.Add(
                        new Diagnostic(
                            ContentCodes.ForbiddenWord,
                            $"'{persona.Name}' never says '{word}'.",
                            $"$.texts.{language}",
                            Remedy: "Say it in other words, or choose another persona."
                        )
                    );
                }
            }
        }
    }

    private static ContentSaving Refused(string message, string remedy) =>
        new(null, [new Diagnostic(ContentCodes.Step, message, Remedy: remedy)]);
}
