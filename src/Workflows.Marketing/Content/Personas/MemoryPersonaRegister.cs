namespace Workflows.Marketing.Content;

/// <summary>Personas in memory, for trials, cases of journeys and tests. One tenant only; safe on every thread.</summary>
public sealed class MemoryPersonaRegister : IPersonaRegister
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Persona> _personas = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<Persona?> FindAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_personas.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Persona>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Persona>>([
                .. _personas.Values.Where(one => after is null || string.CompareOrdinal(one.Id, after) > 0).Take(count),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, Persona persona, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(persona);
        lock (_gate)
        {
            _personas[persona.Id] = persona;
        }

        return Task.CompletedTask;
    }
}
