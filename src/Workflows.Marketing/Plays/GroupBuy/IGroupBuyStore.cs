namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Where teams are kept, with their seats, their money and what is still to be told. One change of a team is one commit.</summary>
public interface IGroupBuyStore
{
    /// <summary>Keeps a team that was opened; nothing where one of its id is there.</summary>
    /// <returns>Whether it is new.</returns>
    Task<bool> OpenAsync(int tenant, TeamChange opening, CancellationToken cancellationToken);

    /// <summary>Changes a team: nobody else changes it from the moment it is read until the change is kept.</summary>
    /// <typeparam name="T">What is answered.</typeparam>
    /// <param name="tenant">Whose team.</param>
    /// <param name="team">The team.</param>
    /// <param name="decide">
    /// Decides by the team and the number of free orders its campaign has given; a null change leaves it. May be called more than once.
    /// </param>
    /// <param name="cancellationToken">Ends the attempt; nothing is changed.</param>
    /// <returns>The team afterwards and the answer; null where there is no such team.</returns>
    Task<(Team Team, T Answer)?> ChangeAsync<T>(
        int tenant,
        Guid team,
        Func<Team, int, (TeamChange? Change, T Answer)> decide,
        CancellationToken cancellationToken
    );

    /// <summary>The team, or null.</summary>
    Task<Team?> FindAsync(int tenant, Guid team, CancellationToken cancellationToken);

    /// <summary>A page of a campaign's teams, in the order of their ids.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="after">The last id of the page before, or null for the first page.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<Team>> ListAsync(
        int tenant,
        string campaign,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Teams whose time was over before a moment and that are neither settled nor refunded, the longest first.</summary>
    Task<IReadOnlyList<Guid>> ListUnsettledAsync(
        int tenant,
        DateTimeOffset before,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Takes what contacts have not been told yet, in the order it happened; it is offered again if it is not marked in time.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="now">The time.</param>
    /// <param name="until">From when on it is offered again.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<TeamNews.Told>> TakeToldAsync(
        int tenant,
        DateTimeOffset now,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Takes refunds that the shop has not confirmed; as <see cref="TakeToldAsync"/>.</summary>
    Task<IReadOnlyList<TeamNews.Refund>> TakeRefundsAsync(
        int tenant,
        DateTimeOffset now,
        DateTimeOffset until,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Marks news as delivered.</summary>
    Task MarkDeliveredAsync(
        int tenant,
        IReadOnlyCollection<string> keys,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Refunds that the shop has not confirmed, in the order they were decided.</summary>
    Task<IReadOnlyList<TeamNews.Refund>> ListRefundsAsync(int tenant, int count, CancellationToken cancellationToken);

    /// <summary>How a campaign goes, by size of team, the smallest first.</summary>
    Task<IReadOnlyList<SizeFigures>> ListFiguresAsync(int tenant, string campaign, CancellationToken cancellationToken);
}
