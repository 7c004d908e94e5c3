using System.Collections.Immutable;
using Workflows.Rules.Model;

namespace Workflows.Rules.Catalog;

/// <summary>Keeps rule sets in memory: for back-tests, single commands and tests.</summary>
public sealed class MemoryRuleSetStore : IRuleSetStore
{
    private ImmutableSortedDictionary<string, ImmutableStack<RuleSetVersion>> _versions =
        ImmutableSortedDictionary.Create<string, ImmutableStack<RuleSetVersion>>(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public Task<RuleSetVersion?> FindAsync(string name, CancellationToken ct) =>
        Task.FromResult(_versions.TryGetValue(name, out var versions) ? versions.Peek() : null);

    /// <inheritdoc />
    public Task<IReadOnlyList<RuleSetVersion>> ListAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<RuleSetVersion>>([.. _versions.Values.Select(versions => versions.Peek())]);

    /// <inheritdoc />
    public Task<IReadOnlyList<RuleSetVersion>> VersionsAsync(string name, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<RuleSetVersion>>(
            _versions.TryGetValue(name, out var versions) ? [.. versions] : []
        );

    /// <inheritdoc />
    public Task<RuleSetVersion> PublishAsync(
        string name,
        string json,
        RulePeriod period,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ImmutableInterlocked.Update(
            ref _versions,
            versions => versions.SetItem(name, With(versions.GetValueOrDefault(name), name, json, period, at))
        );
        return Task.FromResult(_versions[name].Peek());
    }

    private static ImmutableStack<RuleSetVersion> With(
        ImmutableStack<RuleSetVersion>? versions,
        string name,
        string json,
        RulePeriod period,
        DateTimeOffset at
    )
    {
        if (versions is null)
        {
            return [new RuleSetVersion(name, 1, json, at) { Period = period }];
        }

        var newest = versions.Peek();
        return string.Equals(newest.Json, json, StringComparison.Ordinal)
            ? versions
            : versions.Push(new RuleSetVersion(newest.Name, newest.Version + 1, json, at) { Period = period });
    }
}
