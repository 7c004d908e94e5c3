using System.Collections.Concurrent;
using Workflows.Expressions.Diagnostics;
using Workflows.Runtime.Definitions.Checks;
using Workflows.Runtime.Json;
using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Definitions;

/// <summary>
/// The workflows of a workspace: a draft is saved as it is, with its mistakes; publishing freezes a version that has none.
/// Each version is compiled once and kept. Safe on every thread.
/// </summary>
/// <param name="store">Keeps the documents.</param>
/// <param name="validator">Says what is wrong with them.</param>
/// <param name="time">The clock for the rows' times.</param>
/// <param name="triggers">Is told what is published and retracted here; null for nobody.</param>
public sealed class DefinitionCatalog(
    IDefinitionStore store,
    WorkflowValidator validator,
    TimeProvider time,
    TriggerIndex? triggers = null
)
{
    private readonly ConcurrentDictionary<(string DefinitionId, int Version), WorkflowGraph> _graphs = new();
    private readonly UsableWorkflows _usable = new(store);

    /// <summary>The store.</summary>
    public IDefinitionStore Store => store;

    /// <summary>The validator.</summary>
    public WorkflowValidator Validator => validator;

    /// <summary>The compiled graph of one version; null when there is none or it cannot be compiled.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public ValueTask<WorkflowGraph?> GetAsync(string definitionId, int version, CancellationToken cancellationToken) =>
        _graphs.TryGetValue((definitionId, version), out var graph)
            ? ValueTask.FromResult<WorkflowGraph?>(graph)
            : LoadAsync(definitionId, version, cancellationToken);

    /// <summary>The compiled graph of the published version; null when none is published.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async ValueTask<WorkflowGraph?> GetPublishedAsync(
        string definitionId,
        CancellationToken cancellationToken
    ) =>
        await store.FindPublishedVersionAsync(definitionId, cancellationToken) is { } version
            ? await GetAsync(definitionId, version, cancellationToken)
            : null;

    /// <summary>The published workflows that may be used as activities.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public Task<IReadOnlyList<WorkflowDefinition>> ListUsableAsync(CancellationToken cancellationToken) =>
        _usable.ListAsync(cancellationToken);

    /// <summary>Saves a draft, whatever is wrong with it, as long as it can be read. A published version is never changed: the draft becomes the next one.</summary>
    /// <param name="json">The document.</param>
    /// <param name="seen">What the author saw; null overwrites whatever is there.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DefinitionPublication> SaveDraftAsync(
        string json,
        SeenDefinition? seen,
        CancellationToken cancellationToken
    )
    {
        var reading = ElsaReader.Read(json);
        if (reading.Definition is not { } definition)
        {
            return new DefinitionPublication(null, null, reading.Diagnostics);
        }
        var compilation = await ValidateAsync(definition, cancellationToken);
        var latest = await store.FindLatestAsync(definition.DefinitionId, cancellationToken);
        if (seen?.IsOutdatedBy(latest) == true)
        {
            return Stale(compilation.Diagnostics, latest);
        }
        if (latest is not null && IsSame(definition, latest))
        {
            return new DefinitionPublication(latest, null, compilation.Diagnostics);
        }
        if (latest is { WasPublished: true } && EmptyCanvas.Replaces(latest, definition) is { } refusal)
        {
            return new DefinitionPublication(null, null, [refusal]);
        }
        var rows = DraftRows(definition, latest, seen?.Editor);
        return await store.SaveAsync(rows, cancellationToken)
            ? new DefinitionPublication(rows[0], null, compilation.Diagnostics)
            : Stale(compilation.Diagnostics, newer: null);
    }

    /// <summary>Publishes a document: as the next version of its workflow, unless something is wrong with it or it is what is published already.</summary>
    /// <param name="json">The document.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<DefinitionPublication> PublishAsync(string json, CancellationToken cancellationToken) =>
        PublishAsync(json, seen: null, cancellationToken);

    /// <summary>Publishes a document: as the next version of its workflow, unless something is wrong with it or it is what is published already.</summary>
    /// <param name="json">The document.</param>
    /// <param name="seen">What the author saw; null overwrites whatever is there.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DefinitionPublication> PublishAsync(
        string json,
        SeenDefinition? seen,
        CancellationToken cancellationToken
    )
    {
        var reading = ElsaReader.Read(json);
        if (reading.Definition is not { } definition)
        {
            return new DefinitionPublication(null, null, reading.Diagnostics);
        }
        var compilation = await ValidateAsync(definition, cancellationToken);
        var latest = await store.FindLatestAsync(definition.DefinitionId, cancellationToken);
        if (seen?.IsOutdatedBy(latest) == true)
        {
            return Stale(compilation.Diagnostics, latest);
        }
        if (!compilation.IsValid)
        {
            return new DefinitionPublication(null, null, compilation.Diagnostics);
        }
        if (latest is { IsPublished: true } && IsSame(definition, latest))
        {
            var graph = await GetAsync(latest.DefinitionId, latest.Version, cancellationToken);
            return new DefinitionPublication(latest, graph, compilation.Diagnostics, WasPublished: true);
        }
        var draft =
            latest is { WasPublished: true } && IsSame(definition, latest)
                ? [Renew(latest, isLatest: true, isPublished: false)]
                : DraftRows(definition, latest, seen?.Editor ?? latest?.SavedBy);
        return await PublishRowsAsync(draft, compilation.Diagnostics, cancellationToken);
    }

    /// <summary>Publishes the latest draft of a workflow.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DefinitionPublication?> PublishDraftAsync(
        string definitionId,
        CancellationToken cancellationToken
    ) =>
        await store.FindLatestAsync(definitionId, cancellationToken) is { } latest
            ? await PublishAsync(latest.Json, cancellationToken)
            : null;

    /// <summary>Takes the published version back: nothing starts any more, what runs goes on.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether a version was published.</returns>
    public async Task<bool> RetractAsync(string definitionId, CancellationToken cancellationToken)
    {
        if (await store.FindPublishedAsync(definitionId, cancellationToken) is not { } row)
        {
            return false;
        }
        var retracted = Renew(row, row.IsLatest, isPublished: false);
        if (!await store.SaveAsync([retracted], cancellationToken))
        {
            return false;
        }
        triggers?.Remove(definitionId);
        return true;
    }

    /// <summary>Makes an older version the latest draft again, as a version of its own: what it replaces stays in the history.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="version">The version to go back to.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What came of it; null when there is no such version.</returns>
    public async Task<DefinitionPublication?> RevertAsync(
        string definitionId,
        int version,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(definitionId, version, cancellationToken) is { } row
            ? await ImportAsync(row.Json, cancellationToken)
            : null;

    /// <summary>Takes in a document from elsewhere as a draft: as the next version of what is here already, so that no draft of anybody is lost.</summary>
    /// <param name="json">The document.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DefinitionPublication> ImportAsync(string json, CancellationToken cancellationToken)
    {
        var reading = ElsaReader.Read(json);
        if (reading.Definition is not { } definition)
        {
            return new DefinitionPublication(null, null, reading.Diagnostics);
        }
        var compilation = await ValidateAsync(definition, cancellationToken);
        var latest = await store.FindLatestAsync(definition.DefinitionId, cancellationToken);
        if (latest is not null && IsSame(definition, latest))
        {
            return new DefinitionPublication(latest, null, compilation.Diagnostics);
        }
        var rows = DraftRows(definition, latest, editor: null, isNext: latest is not null);
        return await store.SaveAsync(rows, cancellationToken)
            ? new DefinitionPublication(rows[0], null, compilation.Diagnostics)
            : Stale(compilation.Diagnostics, newer: null);
    }

    /// <summary>Freezes a draft because an instance is about to run on it: the next save becomes the next version.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it is frozen; false when someone else changed it meanwhile.</returns>
    public async Task<bool> FreezeAsync(StoredDefinition draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.WasPublished
            || await store.SaveAsync(
                [draft with { WasPublished = true, Revision = draft.Revision + 1, UpdatedAt = time.GetUtcNow() }],
                cancellationToken
            );
    }

    /// <summary>Deletes a workflow, or one version of it, and the instances that run on it.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="version">Which version; null for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether there was such a thing.</returns>
    public async Task<bool> DeleteAsync(string definitionId, int? version, CancellationToken cancellationToken)
    {
        var versions = await store.ListVersionsAsync(definitionId, cancellationToken);
        var gone = versions.Where(mark => version is null || mark.Version == version).ToList();
        if (gone.Count == 0)
        {
            return false;
        }
        await store.DeleteAsync(definitionId, version, cancellationToken);
        foreach (var mark in gone)
        {
            _graphs.TryRemove((mark.DefinitionId, mark.Version), out _);
        }
        if (gone.Exists(mark => mark.IsPublished))
        {
            triggers?.Remove(definitionId);
        }
        if (
            gone.Exists(mark => mark.IsLatest)
            && versions.FirstOrDefault(mark => !gone.Contains(mark)) is { } before
            && await store.FindAsync(definitionId, before.Version, cancellationToken) is { } row
        )
        {
            await store.SaveAsync([Renew(row, isLatest: true, row.IsPublished)], cancellationToken);
        }
        return true;
    }

    /// <summary>Forgets the graph of a version that was deleted and made anew elsewhere.</summary>
    internal void Forget(DefinitionMark mark) => _graphs.TryRemove((mark.DefinitionId, mark.Version), out _);

    private async Task<DefinitionPublication> PublishRowsAsync(
        List<StoredDefinition> rows,
        IReadOnlyList<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var draft = rows[0];
        rows[0] = WithFlags(draft with { WasPublished = true }, isLatest: true, isPublished: true);
        if (
            await store.FindPublishedAsync(draft.DefinitionId, cancellationToken) is { } before
            && before.Version != draft.Version
        )
        {
            rows.RemoveAll(row => row.Version == before.Version);
            rows.Add(Renew(before, isLatest: false, isPublished: false));
        }
        if (!await store.SaveAsync(rows, cancellationToken))
        {
            return Stale(diagnostics, newer: null);
        }
        _graphs.TryRemove((draft.DefinitionId, draft.Version), out _);
        var graph = await GetAsync(draft.DefinitionId, draft.Version, cancellationToken);
        if (graph is not null)
        {
            triggers?.Replace(graph);
        }
        return new DefinitionPublication(rows[0], graph, diagnostics);
    }

    /// <summary>The draft's row first, then the row of the published version it follows, which is no longer the latest.</summary>
    private List<StoredDefinition> DraftRows(
        WorkflowDefinition definition,
        StoredDefinition? latest,
        string? editor,
        bool isNext = false
    )
    {
        isNext |= latest is { WasPublished: true };
        var version =
            latest is null ? Math.Max(1, definition.Version)
            : isNext ? latest.Version + 1
            : latest.Version;
        var now = time.GetUtcNow();
        var row = new StoredDefinition(
            definition.DefinitionId,
            version,
            definition.Name,
            Write(definition, version, isLatest: true, isPublished: false),
            IsLatest: true,
            IsPublished: false,
            WasPublished: false,
            isNext ? 1 : (latest?.Revision ?? 0) + 1,
            isNext ? now : latest?.CreatedAt ?? now,
            now,
            definition.Description,
            editor
        );
        return isNext ? [row, Renew(latest!, isLatest: false, latest!.IsPublished)] : [row];
    }

    private StoredDefinition Renew(StoredDefinition row, bool isLatest, bool isPublished) =>
        WithFlags(row, isLatest, isPublished) with
        {
            Revision = row.Revision + 1,
            UpdatedAt = time.GetUtcNow(),
        };

    private static StoredDefinition WithFlags(StoredDefinition row, bool isLatest, bool isPublished) =>
        row with
        {
            IsLatest = isLatest,
            IsPublished = isPublished,
            Json = ElsaReader.Read(row.Json).Definition is { } definition
                ? Write(definition, row.Version, isLatest, isPublished)
                : row.Json,
        };

    private static bool IsSame(WorkflowDefinition definition, StoredDefinition row) =>
        string.Equals(
            row.Json,
            Write(definition, row.Version, row.IsLatest, row.IsPublished),
            StringComparison.Ordinal
        );

    private static DefinitionPublication Stale(IReadOnlyList<Diagnostic> diagnostics, StoredDefinition? newer) =>
        new(null, null, diagnostics, IsStale: true, newer);

    private static string Write(WorkflowDefinition definition, int version, bool isLatest, bool isPublished) =>
        ElsaWriter.Write(
            definition with
            {
                Id = DefinitionVersionId.Of(definition.DefinitionId, version),
                Version = version,
                IsLatest = isLatest,
                IsPublished = isPublished,
            }
        );

    private async ValueTask<WorkflowGraph?> LoadAsync(
        string definitionId,
        int version,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindAsync(definitionId, version, cancellationToken) is not { } row)
        {
            return null;
        }
        var embedded = await EmbeddedAsync(cancellationToken);
        var graph = validator.Compiler.Compile(row.Json, embedded).Graph;
        return graph is null || !row.WasPublished ? graph : _graphs.GetOrAdd((definitionId, version), graph);
    }

    private async ValueTask<WorkflowCompilation> ValidateAsync(
        WorkflowDefinition definition,
        CancellationToken cancellationToken
    ) =>
        await ChildWorkflowCheck.CheckAsync(
            await validator.ValidateAsync(definition, await EmbeddedAsync(cancellationToken), cancellationToken),
            store,
            cancellationToken
        );

    private async ValueTask<EmbeddedWorkflows> EmbeddedAsync(CancellationToken cancellationToken) =>
        new(await ListUsableAsync(cancellationToken));
}
