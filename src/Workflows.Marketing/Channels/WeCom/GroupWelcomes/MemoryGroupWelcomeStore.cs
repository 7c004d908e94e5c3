namespace Workflows.Marketing.Channels.WeCom.GroupWelcomes;

/// <summary>Group welcomes in memory, for trials and tests. Safe on every thread.</summary>
public sealed class MemoryGroupWelcomeStore : IGroupWelcomeStore
{
    private readonly MemoryNamed<KeptGroupWelcome> _welcomes = new(welcome => welcome.Welcome.Name);

    /// <inheritdoc/>
    public Task<KeptGroupWelcome?> FindAsync(int tenant, string name, CancellationToken cancellationToken) =>
        Task.FromResult(_welcomes.Find(tenant, name));

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeptGroupWelcome>> ListAsync(int tenant, CancellationToken cancellationToken) =>
        Task.FromResult(_welcomes.List(tenant));

    /// <inheritdoc/>
    public Task<bool> TryBeginAsync(int tenant, KeptGroupWelcome welcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(welcome);
        return Task.FromResult(_welcomes.TryAdd(tenant, welcome));
    }

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, KeptGroupWelcome welcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(welcome);
        _welcomes.Save(tenant, welcome);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(int tenant, string name, CancellationToken cancellationToken)
    {
        _welcomes.Remove(tenant, name);
        return Task.CompletedTask;
    }
}
