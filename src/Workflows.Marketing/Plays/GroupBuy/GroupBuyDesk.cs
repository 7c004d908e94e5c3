using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>Where group-buys are done: by the shop over HTTP, and by the blocks of the team's journey. Everything may be asked again: it is done once.</summary>
/// <param name="store">Where teams are kept.</param>
/// <param name="tenant">Whose.</param>
/// <param name="seeds">Makes the secret a team's lot is drawn with; at random in production.</param>
public sealed class GroupBuyDesk(IGroupBuyStore store, int tenant, Func<Guid, string> seeds)
{
    /// <summary>A desk over a store in memory, for trials: seeds follow from the team.</summary>
    public static GroupBuyDesk InMemory() =>
        new(new MemoryGroupBuyStore(), tenant: 1, team => FreeOrderLot.CommitmentOf(team.ToString("N")));

    /// <summary>The team that a key of the shop opens in a campaign.</summary>
    public static Guid TeamOf(string campaign, string key) => StableId.Of($"{campaign}\n{key}");

    /// <summary>Opens a team.</summary>
    /// <param name="plan">The campaign.</param>
    /// <param name="request">The leader's seat; its key is the team's.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<(Team? Team, SeatAnswer Answer)> OpenAsync(
        GroupBuyPlan plan,
        SeatRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(request);
        var id = TeamOf(plan.Campaign, request.Key);
        if (await store.FindAsync(tenant, id, cancellationToken) is { } known)
        {
            return (known, AnswerOf(known, request));
        }

        var (opening, answer) = TeamJoining.Open(id, plan.TermsOf(id), seeds(id), request);
        if (opening is null || await store.OpenAsync(tenant, opening, cancellationToken))
        {
            return (opening?.Team, answer);
        }

        // The same request came twice at once, and the other one was first.
        var first = (await store.FindAsync(tenant, id, cancellationToken))!;
        return (first, AnswerOf(first, request));
    }

    /// <summary>Takes a seat in a team. A team whose time is over is closed by the attempt.</summary>
    public async Task<(Team? Team, SeatAnswer Answer)> JoinAsync(
        Guid team,
        SeatRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        var done = await store.ChangeAsync(
            tenant,
            team,
            (now, _) =>
            {
                var (change, answer) = TeamJoining.Join(now, request);
                return (change ?? TeamClosing.Close(now, request.At), answer);
            },
            cancellationToken
        );
        return done is { } known ? (known.Team, known.Answer) : (null, SeatAnswer.Unknown);
    }

    /// <summary>Refunds one seat, by the order's number.</summary>
    /// <returns>The team; and whether such an order is, or was, in it. Null where there is no such team.</returns>
    public Task<(Team Team, bool Answer)?> RefundAsync(
        Guid team,
        string order,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        store.ChangeAsync(
            tenant,
            team,
            (now, _) =>
                (
                    SeatRefunding.One(now, order, at),
                    now.Seats.Any(seat => seat.Order.Equals(order, StringComparison.Ordinal))
                ),
            cancellationToken
        );

    /// <summary>The team; closed where its time is over. Null where there is none.</summary>
    public async Task<Team?> CloseAsync(Guid team, DateTimeOffset now, CancellationToken cancellationToken) =>
        (
            await store.ChangeAsync(tenant, team, (one, _) => (TeamClosing.Close(one, now), true), cancellationToken)
        )?.Team;

    /// <summary>Ends a team that did not come together, and refunds everybody in full. Null where there is none.</summary>
    public async Task<Team?> RefundAllAsync(Guid team, DateTimeOffset now, CancellationToken cancellationToken) =>
        (
            await store.ChangeAsync(tenant, team, (one, _) => (SeatRefunding.All(one, now), true), cancellationToken)
        )?.Team;

    /// <summary>Settles a team that came together. Null where there is none.</summary>
    public async Task<Team?> SettleAsync(Guid team, DateTimeOffset now, CancellationToken cancellationToken) =>
        (
            await store.ChangeAsync(tenant, team, (one, _) => (TeamSettling.Settle(one, now), true), cancellationToken)
        )?.Team;

    /// <summary>Draws free orders in a settled team. Null where there is none.</summary>
    /// <param name="team">The team.</param>
    /// <param name="odds">The chance of each seat, from 0 to 1.</param>
    /// <param name="quota">How many free orders the campaign has in all.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<Team?> DrawAsync(
        Guid team,
        double odds,
        int quota,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        (
            await store.ChangeAsync(
                tenant,
                team,
                (one, given) => (FreeOrderDrawing.Draw(one, odds, quota, given, now), true),
                cancellationToken
            )
        )?.Team;

    /// <summary>The team, or null.</summary>
    public Task<Team?> FindAsync(Guid team, CancellationToken cancellationToken) =>
        store.FindAsync(tenant, team, cancellationToken);

    private static SeatAnswer AnswerOf(Team team, SeatRequest request) =>
        team.Seats[0].ContactId == request.ContactId
        && team.Seats[0].Order.Equals(request.Order, StringComparison.Ordinal)
            ? SeatAnswer.Known
            : SeatAnswer.KeyTaken;
}
