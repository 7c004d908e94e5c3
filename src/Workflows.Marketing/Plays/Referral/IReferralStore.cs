namespace Workflows.Marketing.Plays.Referral;

/// <summary>Where distributions are kept: their programs, who brought whom, tiers, and what orders are worth to whom.</summary>
public interface IReferralStore
{
    /// <summary>The program of a name, or null.</summary>
    Task<ReferralProgram?> FindProgramAsync(int tenant, string name, CancellationToken cancellationToken);

    /// <summary>All programs, by name.</summary>
    Task<IReadOnlyList<ReferralProgram>> ProgramsAsync(int tenant, CancellationToken cancellationToken);

    /// <summary>Keeps a program, in the place of the one of its name. The database refuses a third level.</summary>
    Task SaveProgramAsync(int tenant, ReferralProgram program, CancellationToken cancellationToken);

    /// <summary>Members by their ids; unknown ones are left out.</summary>
    Task<IReadOnlyList<ReferralMember>> FindMembersAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    );

    /// <summary>The memberships of contacts, by contact; of one that was made of two contacts, the earlier.</summary>
    Task<IReadOnlyDictionary<Guid, ReferralMember>> FindByContactsAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    );

    /// <summary>A page of the members, in the order of their ids.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="program">The program.</param>
    /// <param name="after">The last id of the page before; null for the first page.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<ReferralMember>> ListMembersAsync(
        int tenant,
        string program,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Adds members whose ids are not there yet; those that are stay as they are. Who brought them has to be there, or before them in the list.</summary>
    Task AddMembersAsync(
        int tenant,
        string program,
        IReadOnlyList<ReferralMember> members,
        CancellationToken cancellationToken
    );

    /// <summary>Makes a member a distributor, unless it is one.</summary>
    Task PromoteAsync(
        int tenant,
        string program,
        Guid member,
        DateTimeOffset since,
        string key,
        CancellationToken cancellationToken
    );

    /// <summary>Whom orders of contacts can earn something, by contact; contacts nobody brought are left out.</summary>
    Task<IReadOnlyDictionary<Guid, ReferralLine>> LinesAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> contacts,
        CancellationToken cancellationToken
    );

    /// <summary>All tiers of some members, by member and from when on.</summary>
    Task<IReadOnlyList<DistributorTier>> TiersAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> members,
        CancellationToken cancellationToken
    );

    /// <summary>Adds a tier. One of the same member and moment is replaced.</summary>
    Task AddTierAsync(int tenant, string program, DistributorTier tier, CancellationToken cancellationToken);

    /// <summary>What a distributor brought at the first level with orders paid in a span of time.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="program">The program.</param>
    /// <param name="member">The distributor.</param>
    /// <param name="from">The first moment that counts.</param>
    /// <param name="until">The first moment that does not count any more.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<Standing> StandingAsync(
        int tenant,
        string program,
        Guid member,
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken
    );

    /// <summary>What orders are worth to whom, as it was last posted.</summary>
    Task<IReadOnlyList<Commission>> CommissionsAsync(
        int tenant,
        string program,
        IReadOnlyCollection<(string Source, string Number)> orders,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Keeps commissions and posts what changed of each to the ledger, in one transaction: from the program's cost to what is owed to the
    /// distributor, or back.
    /// </summary>
    /// <returns>False when another was faster with one of them; then nothing was kept.</returns>
    Task<bool> PostAsync(
        int tenant,
        string program,
        IReadOnlyList<Commission> commissions,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>What is owed to members by now, in currency units; those who are owed nothing may be left out. Negative where more was taken back than given.</summary>
    Task<IReadOnlyDictionary<Guid, decimal>> BalancesAsync(
        int tenant,
        string program,
        IReadOnlyCollection<Guid> members,
        CancellationToken cancellationToken
    );
}
