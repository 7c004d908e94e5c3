namespace Workflows.Marketing.Plays.Referral;

/// <summary>One distribution in memory: who is in it, by whom, in which tier. Whoever holds it takes turns.</summary>
internal sealed class MemoryDistribution
{
    private readonly Dictionary<Guid, ReferralMember> _members = [];
    private readonly Dictionary<(Guid Member, DateTimeOffset From), DistributorTier> _tiers = [];

    public ReferralProgram? Program { get; set; }

    public MemoryCommissions Commissions { get; } = new();

    public IReadOnlyList<ReferralMember> Find(IReadOnlyCollection<Guid> ids) =>
        [.. ids.Distinct().Select(_members.GetValueOrDefault).OfType<ReferralMember>()];

    public IReadOnlyList<ReferralMember> List(Guid? after, int count) =>
        [
            .. _members
                .Values.Where(one => after is not { } last || one.Id.CompareTo(last) > 0)
                .OrderBy(one => one.Id)
                .Take(count),
        ];

    public void Add(IReadOnlyList<ReferralMember> members)
    {
        foreach (var member in members)
        {
            if (member.ReferrerId is { } above && !_members.ContainsKey(above))
            {
                throw new ArgumentException($"There is no member {above}.", nameof(members));
            }

            _members.TryAdd(member.Id, member);
        }
    }

    public void Promote(Guid member, DateTimeOffset since, string key)
    {
        if (_members.TryGetValue(member, out var known) && known.DistributorSince is null)
        {
            _members[member] = known with { DistributorSince = since, DistributorBy = key };
        }
    }

    public IReadOnlyDictionary<Guid, ReferralLine> Lines(IReadOnlyCollection<Guid> contacts) =>
        Find(contacts)
            .Select(buyer => (Buyer: buyer, Direct: Above(buyer)))
            .Where(line => line.Direct is not null)
            .ToDictionary(
                line => line.Buyer.Id,
                line => new ReferralLine(line.Buyer, line.Direct, Above(line.Direct!))
            );

    public IReadOnlyList<DistributorTier> Tiers(IReadOnlyCollection<Guid> members)
    {
        var wanted = members.ToHashSet();
        return
        [
            .. _tiers
                .Values.Where(tier => wanted.Contains(tier.MemberId))
                .OrderBy(tier => tier.MemberId)
                .ThenBy(tier => tier.From),
        ];
    }

    public void Add(DistributorTier tier) => _tiers[(tier.MemberId, tier.From)] = tier;

    private ReferralMember? Above(ReferralMember member) =>
        member.ReferrerId is { } above ? _members.GetValueOrDefault(above) : null;
}
