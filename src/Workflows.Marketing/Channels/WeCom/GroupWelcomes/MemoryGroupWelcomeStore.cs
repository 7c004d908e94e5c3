namespace Workflows.Marketing.Channels.WeCom.GroupWelcomes;

/// <summary>Group welcomes in memory, for trials and tests. Safe on every thread.</summary>
public sealed class MemoryGroupWelcomeStore : IGroupWelcomeStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(int Tenant, string Name), KeptGroupWelcome> _welcomes = [];

    /// <inheritdoc/>
    public Task<KeptGroupWelcome?> FindAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_welcomes.GetValueOrDefault((tenant, name)));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeptGroupWelcome>> ListAsync(int tenant, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<KeptGroupWelcome>>([
                .. _welcomes
                    .Where(pair => pair.Key.Tenant == tenant)
                    .Select(pair => pair.Value)
                    .OrderBy(kept => kept.Welcome.Name, StringComparer.Ordinal),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryBeginAsync(int tenant, KeptGroupWelcome welcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(welcome);
        lock (_gate)
        {
            return Task.FromResult(_welcomes.TryAdd((tenant, welcome.Welcome.Name), welcome));
        }
    }

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, KeptGroupWelcome welcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(welcome);
        lock (_gate)
        {
            _welcomes[(tenant, welcome.Welcome.Name)] = welcome;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _welcomes.Remove((tenant, name));
        }

        return Task.CompletedTask;
    }
}
