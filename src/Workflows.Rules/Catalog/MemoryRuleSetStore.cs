using System.Collections.Immutable;

namespace Workflows.Rules.Catalog;

/// <summary>Keeps rule sets in memory: for back-tests, single commands and tests.</summary>
public sealed class MemoryRuleSetStore : IRuleSetStore
{
    private ImmutableSortedDictionary<string, RuleSetVersion> _newest = ImmutableSortedDictionary.Create<
        string,
        RuleSetVersion
    >(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public Task<RuleSetVersion?> FindAsync(string name, CancellationToken ct) =>
        Task.FromResult(_newest.GetValueOrDefault(name));

    /// <inheritdoc />
    public Task<IReadOnlyList<RuleSetVersion>> ListAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<RuleSetVersion>>([.. _newest.Values]);

    /// <inheritdoc />
    public Task<RuleSetVersion> PublishAsync(string name, string json, DateTimeOffset at, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ImmutableInterlocked.Update(ref _newest, newest => newest.SetItem(name, Next(newest, name, json, at)));
        return Task.FromResult(_newest[name]);
    }

    private static RuleSetVersion Next(
        ImmutableSortedDictionary<string, RuleSetVersion> newest,
        string name,
        string json,
        DateTimeOffset at
    )
    {
        if (!newest.TryGetValue(name, out var current))
        {
            return new RuleSetVersion(name, 1, json, at);
        }

        return string.Equals(current.Json, json, StringComparison.Ordinal)
            ? current
            : new RuleSetVersion(current.Name, current.Version + 1, json, at);
    }
}
