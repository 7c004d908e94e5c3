namespace Workflows.Marketing.Content;

/// <summary>Contents in memory, for trials, cases of journeys and tests. One tenant only; safe on every thread.</summary>
public sealed class MemoryContentStore : IContentStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, List<ContentVersion>> _versions = new(StringComparer.Ordinal);
    private readonly List<(string Id, ContentMove Move)> _moves = [];

    /// <inheritdoc/>
    public Task<ContentVersion?> FindAsync(int tenant, ContentRef reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        lock (_gate)
        {
            return Task.FromResult(
                Of_NeedsLock(reference.Id).LastOrDefault(one => (reference.Version ?? one.Version) == one.Version)
            );
        }
    }

    /// <inheritdoc/>
    public Task<ContentVersion?> FindSendableAsync(
        int tenant,
        ContentRef reference,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        lock (_gate)
        {
            return Task.FromResult(
                Of_NeedsLock(reference.Id)
                    .LastOrDefault(one => (reference.Version ?? one.Version) == one.Version && one.State.IsSendable())
            );
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ContentVersion>> ListAsync(
        int tenant,
        ContentQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<ContentVersion>>([
                .. _versions
                    .Values.Select(all => all.LastOrDefault(one => !query.Sendable || one.State.IsSendable()))
                    .OfType<ContentVersion>()
                    .Where(query.Takes)
                    .Take(query.Take),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ContentVersion>> VersionsAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<ContentVersion>>([.. Of_NeedsLock(id).AsEnumerable().Reverse()]);
        }
    }

    /// <inheritdoc/>
    public Task<ContentVersion?> WriteAsync(
        int tenant,
        ContentItem item,
        ContentChange change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            var all = _versions.TryGetValue(item.Id, out var known) ? known : _versions[item.Id] = [];
            var newest = all.LastOrDefault();
            if (newest?.State == ContentState.Review)
            {
                return Task.FromResult<ContentVersion?>(null);
            }

            if (
                newest is not null
                && ContentJson.Write(newest.Item).Equals(ContentJson.Write(item), StringComparison.Ordinal)
            )
            {
                return Task.FromResult<ContentVersion?>(newest);
            }

            var isDraft = newest?.State == ContentState.Draft;
            var number = isDraft ? newest!.Version : all.Count + 1;
            var written = new ContentVersion(item, number, ContentState.Draft, change.At, change.By);
            if (isDraft)
            {
                all[^1] = written;
            }
            else
            {
                all.Add(written);
            }

            Remember_NeedsLock(item.Id, number, change, isDraft ? ContentState.Draft : null, ContentState.Draft);
            return Task.FromResult<ContentVersion?>(written);
        }
    }

    /// <inheritdoc/>
    public Task<ContentVersion?> MoveAsync(
        int tenant,
        string id,
        int version,
        ContentChange change,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            var all = Of_NeedsLock(id);
            var index = all.FindIndex(one => one.Version == version);
            if (index < 0 || all[index].State.After(change.Step) is not { } next)
            {
                return Task.FromResult<ContentVersion?>(null);
            }

            var before = all[index];
            all[index] = before with { State = next, ChangedAt = change.At, ChangedBy = change.By, Note = change.Note };
            Remember_NeedsLock(id, version, change, before.State, next);
            return Task.FromResult<ContentVersion?>(all[index]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ContentMove>> MovesAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<ContentMove>>([
                .. _moves
                    .Where(one => one.Id.Equals(id, StringComparison.Ordinal))
                    .Select(one => one.Move)
                    .Reverse()
                    .Take(1_000),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<bool> NamesFileAsync(int tenant, string file, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(
                _versions.Values.Any(all => all.Exists(one => one.Item.Files.Contains(file, StringComparer.Ordinal)))
            );
        }
    }

    private List<ContentVersion> Of_NeedsLock(string id) => _versions.GetValueOrDefault(id) ?? [];

    private void Remember_NeedsLock(
        string id,
        int version,
        ContentChange change,
        ContentState? from,
        ContentState to
    ) => _moves.Add((id, new ContentMove(version, change.Step, from, to, change.At, change.By, change.Note)));
}
