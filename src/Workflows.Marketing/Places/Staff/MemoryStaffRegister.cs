namespace Workflows.Marketing.Places.Staff;

/// <summary>The staff in memory, for back-tests, trials and tests. One tenant only; safe on every thread.</summary>
public sealed class MemoryStaffRegister : IStaffRegister
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, StaffMember> _members = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<StaffMember?> FindAsync(int tenant, string id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_members.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StaffMember>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<StaffMember>>([
                .. _members
                    .Values.Where(member => after is null || string.CompareOrdinal(member.Id, after) > 0)
                    .Take(count),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task SaveAsync(int tenant, IReadOnlyList<StaffMember> members, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        lock (_gate)
        {
            foreach (var member in members)
            {
                _members[member.Id] = member with { Load = _members.GetValueOrDefault(member.Id)?.Load ?? 0 };
            }
        }

        return Task.CompletedTask;
    }
}
