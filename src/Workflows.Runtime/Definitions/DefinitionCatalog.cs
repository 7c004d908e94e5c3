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
        await store.FindPublishedAsync(definitionId, cancellationToken) is { } row
            ? await GetAsync(definitionId, row.Version, cancellationToken)
            : null;

    /// <summary>The compiled graphs of everything that is published, for filling a trigger index at start.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<WorkflowGraph>> ListPublishedAsync(CancellationToken cancellationToken)
    {
        var graphs = new List<WorkflowGraph>();
        foreach (var row in await store.ListPublishedAsync(cancellationToken))
        {
            if (await GetAsync(row.DefinitionId, row.Version, cancellationToken) is { } graph)
            {
                graphs.Add(graph);
            }
        }
        return graphs;
    }

    /// <summary>The published workflows that may be used as activities.</summary>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<IReadOnlyList<WorkflowDefinition>> ListUsableAsync(CancellationToken cancellationToken) =>
        [
            .. (await store.ListPublishedAsync(cancellationToken))
                .Where(row => row.Json.Contains("usableAsActivity", StringComparison.OrdinalIgnoreCase))
                .Select(row => ElsaReader.Read(row.Json).Definition)
                .OfType<WorkflowDefinition>()
                .Where(definition => definition.Options.UsableAsActivity),
        ];

    /// <summary>Saves a draft, whatever is wrong with it, as long as it can be read. A published version is never changed: the draft becomes the next one.</summary>
    /// <param name="json">The document.</param>
    /// <param name="expectedRevision">The revision the author saw; null overwrites.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DefinitionPublication> SaveDraftAsync(
        string json,
        int? expectedRevision,
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
        if (expectedRevision is not null && latest is { WasPublished: false } && latest.Revision != expectedRevision)
        {
            return new DefinitionPublication(null, null, compilation.Diagnostics, IsStale: true);
        }
        var rows = DraftRows(definition, latest);
        return await store.SaveAsync(rows, cancellationToken)
            ? new DefinitionPublication(rows[0], null, compilation.Diagnostics)
            : new DefinitionPublication(null, null, compilation.Diagnostics, IsStale: true);
    }

    /// <summary>Publishes a document: as the next version of its workflow, unless something is wrong with it or it is what is published already.</summary>
    /// <param name="json">The document.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DefinitionPublication> PublishAsync(string json, CancellationToken cancellationToken)
    {
        var reading = ElsaReader.Read(json);
        if (reading.Definition is not { } definition)
        {
            return new DefinitionPublication(null, null, reading.Diagnostics);
        }
        var compilation = await ValidateAsync(definition, cancellationToken);
        if (!compilation.IsValid)
        {
            return new DefinitionPublication(null, null, compilation.Diagnostics);
        }
        var latest = await store.FindLatestAsync(definition.DefinitionId, cancellationToken);
        if (
            latest is { IsPublished: true }
            && string.Equals(latest.Json, Write(definition, latest.Version, true, true), StringComparison.Ordinal)
        )
        {
            var graph = await GetAsync(latest.DefinitionId, latest.Version, cancellationToken);
            return new DefinitionPublication(latest, graph, compilation.Diagnostics);
        }
        var draft = DraftRows(definition, latest);
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
            return new DefinitionPublication(null, null, diagnostics, IsStale: true);
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
    private List<StoredDefinition> DraftRows(WorkflowDefinition definition, StoredDefinition? latest)
    {
        var isNext = latest is { WasPublished: true };
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
            now
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

    private static string Write(WorkflowDefinition definition, int version, bool isLatest, bool isPublished) =>
        ElsaWriter.Write(definition with { Version = version, IsLatest = isLatest, IsPublished = isPublished });

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
