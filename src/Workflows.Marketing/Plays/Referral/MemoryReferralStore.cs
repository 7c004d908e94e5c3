using Workflows.Marketing.Ledger;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>Distributions in memory, for trials and tests.</summary>
/// <param name="ledger">Where commissions are posted.</param>
public sealed class MemoryReferralStore(MemoryLedger ledger) : IReferralStore
{
    private readonly Lock _turn = new();
    private readonly Dictionary<(int Tenant, string Program), Kept> _kept = [];

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
    ) =>
        Read<IReadOnlyList<ReferralMember>>(
            tenant,
            program,
            kept => [.. ids.Distinct().Select(kept.Members.GetValueOrDefault).OfType<ReferralMember>()]
        );

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
            kept =>
                contacts
                    .Select(kept.Members.GetValueOrDefault)
                    .OfType<ReferralMember>()
                    .DistinctBy(one => one.Id)
                    .ToDictionary(one => one.Id)
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReferralMember>> ListMembersAsync(
        int tenant,
        string program,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    ) =>
        Read<IReadOnlyList<ReferralMember>>(
            tenant,
            program,
            kept =>
                [
                    .. kept
                        .Members.Values.Where(one => after is not { } last || one.Id.CompareTo(last) > 0)
                        .OrderBy(one => one.Id)
                        .Take(count),
                ]
        );

    /// <inheritdoc/>
    public Task AddMembersAsync(
        int tenant,
        string program,
        IReadOnlyList<ReferralMember> members,
        CancellationToken cancellationToken
    ) =>
        Read(
            tenant,
            program,
            kept =>
            {
                foreach (var member in members)
                {
                    if (member.ReferrerId is { } above && !kept.Members.ContainsKey(above))
                    {
                        throw new ArgumentException($"There is no member {above}.", nameof(members));
                    }

                    kept.Members.TryAdd(member.Id, member);
                }

                return kept;
            }
        );

    /// <inheritdoc/>
    public Task PromoteAsync(
        int tenant,
        string program,
        Guid member,
        DateTimeOffset since,
        string key,
        CancellationToken cancellationToken
    ) =>
        Read(
            tenant,
            program,
            kept =>
                kept.Members.TryGetValue(member, out var known) && known.DistributorSince is null
                    ? kept.Members[member] = known with { DistributorSince = since, DistributorBy = key }
                    : known
        );

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<Guid, ReferralLine>> LinesAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    ) =>
        Read<IReadOnlyDictionary<Guid, ReferralLine>>(
            tenant,
            program,
            kept =>
                contacts
                    .Distinct()
                    .Select(kept.Members.GetValueOrDefault)
                    .OfType<ReferralMember>()
                    .Select(buyer => (Buyer: buyer, Direct: kept.Above(buyer)))
                    .Where(line => line.Direct is not null)
                    .ToDictionary(
                        line => line.Buyer.Id,
                        line => new ReferralLine(line.Buyer, line.Direct, kept.Above(line.Direct!))
                    )
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<DistributorTier>> TiersAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> members,
        CancellationToken cancellationToken
    ) =>
        Read<IReadOnlyList<DistributorTier>>(
            tenant,
            program,
            kept =>
            {
                var wanted = members.ToHashSet();
                return
                [
                    .. kept
                        .Tiers.Values.Where(tier => wanted.Contains(tier.MemberId))
                        .OrderBy(tier => tier.MemberId)
                        .ThenBy(tier => tier.From),
                ];
            }
        );

    /// <inheritdoc/>
    public Task AddTierAsync(int tenant, string program, DistributorTier tier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tier);
        return Read(tenant, program, kept => kept.Tiers[(tier.MemberId, tier.From)] = tier);
    }

    /// <inheritdoc/>
    public Task<Standing> StandingAsync(
        int tenant,
        string program,
        Guid member,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    ) =>
        Read(
            tenant,
            program,
            kept =>
            {
                var own = kept
                    .Commissions.Values.Where(one =>
                        one.Level == ReferralLevel.Direct
                        && one.MemberId == member
                        && one.Kept > 0m
                        && one.PaidAt >= from
                        && one.PaidAt < until
                    )
                    .ToArray();
                return new Standing(own.Length, own.Sum(one => one.Kept));
            }
        );

    /// <inheritdoc/>
    public Task<IReadOnlyList<Commission>> CommissionsAsync(
        int tenant,
        string program,
        IReadOnlyCollection<(string Source, string Number)> orders,
        CancellationToken cancellationToken
    ) =>
        Read<IReadOnlyList<Commission>>(
            tenant,
            program,
            kept =>
                [
                    .. orders
                        .Distinct()
                        .SelectMany(order => Enum.GetValues<ReferralLevel>().Select(level => (order, level)))
                        .Select(key =>
                            kept.Commissions.GetValueOrDefault((key.order.Source, key.order.Number, key.level))
                        )
                        .OfType<Commission>(),
                ]
        );

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
                if (commissions.Any(one => (kept.Find(one)?.Revision ?? 0) != one.Revision - 1))
                {
                    return false;
                }

                foreach (var one in commissions)
                {
                    kept.Commissions[Kept.Key(one)] = one;
                }

                ledger
                    .PostAsync(
                        tenant,
                        [
                            .. commissions
                                .Select(one => CommissionBooks.Move(program, one, now))
                                .OfType<LedgerTransaction>(),
                        ],
                        cancellationToken
                    )
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

    private Task<T> Read<T>(int tenant, string program, Func<Kept, T> read)
    {
        lock (_turn)
        {
            if (!_kept.TryGetValue((tenant, program), out var kept))
            {
                _kept.Add((tenant, program), kept = new Kept());
            }

            return Task.FromResult(read(kept));
        }
    }

    private sealed class Kept
    {
        public ReferralProgram? Program { get; set; }

        public Dictionary<Guid, ReferralMember> Members { get; } = [];

        public Dictionary<(Guid Member, DateTimeOffset From), DistributorTier> Tiers { get; } = [];

        public Dictionary<(string, string, ReferralLevel), Commission> Commissions { get; } = [];

        public static (string, string, ReferralLevel) Key(Commission one) => (one.Source, one.Number, one.Level);

        public ReferralMember? Above(ReferralMember member) =>
            member.ReferrerId is { } above ? Members.GetValueOrDefault(above) : null;

        public Commission? Find(Commission one) => Commissions.GetValueOrDefault(Key(one));
    }
}
