namespace Workflows.Marketing.Content;

/// <summary>What activities and checks ask for personas of one tenant.</summary>
/// <param name="register">Where personas are kept.</param>
/// <param name="tenant">Whose they are.</param>
public sealed class PersonaShelf(IPersonaRegister register, int tenant)
{
    /// <summary>The persona of an id, or null.</summary>
    public Task<Persona?> FindAsync(string id, CancellationToken cancellationToken) =>
        register.FindAsync(tenant, id, cancellationToken);
}
