namespace Workflows.Marketing.Content;

/// <summary>The personas of a workspace.</summary>
public interface IPersonaRegister
{
    /// <summary>The persona of an id, or null.</summary>
    Task<Persona?> FindAsync(int tenant, string id, CancellationToken cancellationToken);

    /// <summary>A page of personas in the order of their ids.</summary>
    Task<IReadOnlyList<Persona>> ListAsync(int tenant, string? after, int count, CancellationToken cancellationToken);

    /// <summary>Adds a persona, or replaces what is known of it.</summary>
    Task SaveAsync(int tenant, Persona persona, CancellationToken cancellationToken);
}
