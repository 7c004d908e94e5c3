using Workflows.Marketing.Places.Staff;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// Relations in memory, for back-tests, trials and tests: those in the events of a <see cref="MemoryContactStore"/>, and the
/// assignments made here. Safe on every thread.
/// </summary>
public sealed class MemoryRelationRegister(MemoryContactStore contacts, IStaffRegister staff) : IRelationRegister
{
    private const int Everybody = 1_000;
    private readonly Lock _gate = new();
    private readonly List<(Guid ContactId, Relation Relation)> _assigned = [];
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<Guid, ContactRelations>> FindAsync(
        int tenant,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyDictionary<Guid, ContactRelations>>(
                All_NeedsLock().Where(pair => contacts.Contains(pair.Key)).ToDictionary()
            );
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Guid>> ListContactsAsync(
        int tenant,
        string staffId,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Guid>>([
                .. All_NeedsLock()
                    .Where(pair => pair.Value.Find(staffId) is { State: not RelationState.Lost })
                    .Select(pair => pair.Key)
                    .Where(id => after is null || id.CompareTo(after.Value) > 0)
                    .Order()
                    .Take(count),
            ]);
        }
    }

    /// <inheritdoc/>
    public async Task<StaffMember?> AssignAsync(int tenant, AgentRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var members = await staff.ListAsync(tenant, null, Everybody, cancellationToken);
        lock (_gate)
        {
            return Assign_NeedsLock([.. members.Where(member => Suits(member, request))], request);
        }
    }

    private static bool Suits(StaffMember member, AgentRequest request) =>
        member.IsActive
        && (request.StoreId is null || request.StoreId.Equals(member.StoreId, StringComparison.Ordinal))
        && (request.Persona is null || request.Persona.Equals(member.Persona, StringComparison.Ordinal));

    private StaffMember? Assign_NeedsLock(IReadOnlyList<StaffMember> members, AgentRequest request)
    {
        var all = All_NeedsLock();
        StaffMember[] loaded =
        [
            .. members.Select(member =>
                member with
                {
                    Load = all.Values.Count(own => own.Find(member.Id) is { State: not RelationState.Lost }),
                }
            ),
        ];
        var own = all.GetValueOrDefault(request.ContactId, ContactRelations.None);
        if (_keys.TryGetValue(request.Key, out var known))
        {
            return Array.Find(loaded, member => member.Id.Equals(known, StringComparison.Ordinal));
        }

        var chosen = Array.Find(loaded, member => own.Find(member.Id) is { State: not RelationState.Lost });
        if (chosen is null)
        {
            chosen = loaded
                .Where(member => member.Load < member.Capacity)
                .OrderBy(member => (double)member.Load / member.Capacity)
                .ThenBy(member => member.Id, StringComparer.Ordinal)
                .FirstOrDefault();
            if (chosen is null)
            {
                return null;
            }

            _assigned.Add((request.ContactId, new Relation(chosen.Id, RelationState.Assigned, request.Now)));
            chosen = chosen with { Load = chosen.Load + 1 };
        }

        _keys[request.Key] = chosen.Id;
        return chosen;
    }

    private Dictionary<Guid, ContactRelations> All_NeedsLock() =>
        contacts
            .Accepted.Select(accepted => (accepted.ContactId, Relation: Relation.Of(accepted.Event)))
            .Where(row => row.Relation is not null)
            .Select(row => (row.ContactId, Relation: row.Relation!))
            .Concat(_assigned)
            .GroupBy(row => row.ContactId, row => row.Relation)
            .ToDictionary(rows => rows.Key, ContactRelations.Of);
}
