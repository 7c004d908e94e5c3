namespace Workflows.Marketing.Channels.WeCom.GroupWelcomes;

/// <summary>Where group welcomes are kept: WeCom has no list of them.</summary>
public interface IGroupWelcomeStore
{
    /// <summary>The welcome of a name, or null.</summary>
    Task<KeptGroupWelcome?> FindAsync(int tenant, string name, CancellationToken cancellationToken);

    /// <summary>All welcomes by name; WeCom takes 100.</summary>
    Task<IReadOnlyList<KeptGroupWelcome>> ListAsync(int tenant, CancellationToken cancellationToken);

    /// <summary>Writes a welcome down that is about to be made.</summary>
    /// <returns>Whether there was none of its name.</returns>
    Task<bool> TryBeginAsync(int tenant, KeptGroupWelcome welcome, CancellationToken cancellationToken);

    /// <summary>Replaces what is known of a welcome.</summary>
    Task SaveAsync(int tenant, KeptGroupWelcome welcome, CancellationToken cancellationToken);

    /// <summary>Forgets a welcome.</summary>
    Task RemoveAsync(int tenant, string name, CancellationToken cancellationToken);
}
