using Workflows.Marketing.Ledger;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>Distributions in memory, for trials and tests.</summary>
/// <param name="ledger">Where commissions are posted.</param>
public sealed class MemoryReferralStore(MemoryLedger ledger) : IReferralStore
{
    private readonly Lock _turn = new();
    private readonly Dictionary<(int Tenant, string Program), MemoryDistribution> _kept = [];

    /// <inheritdoc/>
    public Task<ReferralProgram?> FindProgramAsync(int tenant, string name, CancellationToken cancellationToken) =>
        Read(tenant, name, kept => kept.Program);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReferralProgram>> ProgramsAsync(int tenant, CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            return Task.FromResult<IReadOnlyList<ReferralProgram>>([
                .. _kept
                    .Where(one => one.Key.Tenant == tenant)
                    .Select(one => one.Value.Program)
                    .OfType<ReferralProgram>()
                    .OrderBy(program => program.Name, StringComparer.Ordinal),
            ]);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The program pays other than one or two levels.</exception>
    public Task SaveProgramAsync(int tenant, ReferralProgram program, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(program);
        return ReferralProgramCheck.Levels(program.Levels, "levels") is { } mistake
            ? throw new ArgumentException(mistake.Message, nameof(program))
            : Read(tenant, program.Name, kept => kept.Program = program);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReferralMember>> FindMembersAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    ) => Read(tenant, program, kept => kept.Find(ids));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<Guid, ReferralMember>> FindByContactsAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    ) =>
        Read<IReadOnlyDictionary<Guid, ReferralMember>>(
            tenant,
            program,
            kept => kept.Find(contacts).ToDictionary(one => one.Id)
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReferralMember>> ListMembersAsync(
        int tenant,
        string program,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    ) => Read(tenant, program, kept => kept.List(after, count));

    /// <inheritdoc/>
    public Task AddMembersAsync(
        int tenant,
        string program,
        IReadOnlyList<ReferralMember> members,
        CancellationToken cancellationToken
    ) => Change(tenant, program, kept => kept.Add(members));

    /// <inheritdoc/>
    public Task PromoteAsync(
        int tenant,
        string program,
        Guid member,
        DateTimeOffset since,
        string key,
        CancellationToken cancellationToken
    ) => Change(tenant, program, kept => kept.Promote(member, since, key));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<Guid, ReferralLine>> LinesAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    ) => Read(tenant, program, kept => kept.Lines(contacts));

    /// <inheritdoc/>
    public Task<IReadOnlyList<DistributorTier>> TiersAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> members,
        CancellationToken cancellationToken
    ) => Read(tenant, program, kept => kept.Tiers(members));

    /// <inheritdoc/>
    public Task AddTierAsync(int tenant, string program, DistributorTier tier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tier);
        return Change(tenant, program, kept => kept.Add(tier));
    }

    /// <inheritdoc/>
    public Task<Standing> StandingAsync(
        int tenant,
        string program,
        Guid member,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) => Read(tenant, program, kept => kept.Commissions.Standing(member, from, until));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Commission>> CommissionsAsync(
        int tenant,
        string program,
        IReadOnlyCollection<(string Source, string Number)> orders,
        CancellationToken cancellationToken
    ) => Read(tenant, program, kept => kept.Commissions.Of(orders));

    /// <inheritdoc/>
    public Task<bool> PostAsync(
        int tenant,
        string program,
        IReadOnlyList<Commission> commissions,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        Read(
            tenant,
            program,
            kept =>
            {
                if (!kept.Commissions.TryKeep(commissions))
                {
                    return false;
                }

                // Within the turn, so that nobody reads commissions whose money is not there yet.
                var moves = commissions.Select(one => CommissionBooks.Move(program, one, now));
                ledger
                    .PostAsync(tenant, [.. moves.OfType<LedgerTransaction>()], cancellationToken)
                    .GetAwaiter()
                    .GetResult();
                return true;
            }
        );

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, decimal>> BalancesAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> members,
        CancellationToken cancellationToken
    )
    {
        var balances = new Dictionary<Guid, decimal>();
        foreach (var member in members)
        {
            balances[member] = await ledger.BalanceAsync(
                tenant,
                CommissionBooks.OwedTo(program, member),
                cancellationToken
            );
        }

        return balances;
    }

    private Task Change(int tenant, string program, Action<MemoryDistribution> change)
    {
        lock (_turn)
        {
            change(Of(tenant, program));
        }

        return Task.CompletedTask;
    }

    private Task<T> Read<T>(int tenant, string program, Func<MemoryDistribution, T> read)
    {
        lock (_turn)
        {
            return Task.FromResult(read(Of(tenant, program)));
        }
    }

    private MemoryDistribution Of(int tenant, string program)
    {
        if (!_kept.TryGetValue((tenant, program), out var kept))
        {
            _kept.Add((tenant, program), kept = new MemoryDistribution());
        }

        return kept;
    }
}
