using System.Collections.Concurrent;
using Workflows.Host.Composition;
using Workflows.Storage.ApiKeys;
using Workflows.Storage.Users;

namespace Workflows.Host.Auth;

/// <summary>The keys that open the API, asked of the database and remembered for a few seconds.</summary>
internal sealed class ApiKeyRing(ApiKeyStore store, TimeProvider clock)
{
    // How long a revoked key may still work, and how often a busy client's key is looked up.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    // Only keys that exist are remembered, so strangers cannot fill this.
    private readonly ConcurrentDictionary<string, Entry> _known = new(StringComparer.Ordinal);

    /// <summary>Whose key it is and what it opens, or null if it opens nothing.</summary>
    public async ValueTask<KnownApiKey?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var hash = ApiKey.Hash(key);
        var id = Convert.ToHexString(hash);
        if (_known.TryGetValue(id, out var entry) && clock.GetElapsedTime(entry.At) < Remembered)
        {
            return entry.Key;
        }

        var found = await store.FindAsync(Tenants.Default, hash, cancellationToken);
        if (found is null)
        {
            _known.TryRemove(id, out _);
            return null;
        }

        _known[id] = new Entry(found, clock.GetTimestamp());
        return found;
    }

    /// <summary>Makes a key called <paramref name="name"/> and returns its text, which is not kept.</summary>
    public async Task<string> CreateAsync(string name, Role role, CancellationToken cancellationToken)
    {
        var key = ApiKey.Create();
        await store.AddAsync(Tenants.Default, name, role, ApiKey.Hash(key), clock.GetUtcNow(), cancellationToken);
        return key;
    }

    /// <summary>The first key of a new database, or null where there is one already.</summary>
    public async Task<string?> CreateFirstAsync(CancellationToken cancellationToken) =>
        await store.AnyAsync(Tenants.Default, cancellationToken)
            ? null
            : await CreateAsync("first", Role.Administrator, cancellationToken);

    private readonly record struct Entry(KnownApiKey Key, long At);
}
