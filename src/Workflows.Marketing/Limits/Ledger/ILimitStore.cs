using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Limits.Ledger;

/// <summary>Keeps counters and reservations, for all processes of an installation.</summary>
public interface ILimitStore
{
    /// <summary>
    /// Locks the counters, lets <paramref name="change"/> work on them and writes what it changed, in one transaction:
    /// whoever shares a counter with another change waits for it.
    /// </summary>
    /// <param name="request">What the change has to see.</param>
    /// <param name="change">Decides. It may be called again, with a fresh ledger, when the database asks for that.</param>
    /// <param name="cancellationToken">Cancels; nothing is written then.</param>
    Task<T> ChangeAsync<T>(LimitRequest request, Func<LimitLedger, T> change, CancellationToken cancellationToken);

    /// <summary>The reservations of those messages that have one, as they are now.</summary>
    Task<IReadOnlyList<LimitReservation>> FindAsync(
        IReadOnlyCollection<MessageKey> messages,
        CancellationToken cancellationToken
    );

    /// <summary>Removes reservations and leaves the counters as they are: what they hold is not given back any more.</summary>
    Task RemoveAsync(IReadOnlyCollection<MessageKey> messages, CancellationToken cancellationToken);

    /// <summary>Reservations of messages that are over, and how those ended: what a process that died did not close.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The messages' ends; empty where the store keeps no messages.</returns>
    Task<IReadOnlyList<MessageSettlement.Ended>> LeftAsync(int count, CancellationToken cancellationToken);

    /// <summary>Reservations of messages that were submitted to their channel and are not over, by the end of their first period.</summary>
    /// <param name="before">Those of which a period ends before this time.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The reservations, the earliest first; empty where the store keeps no messages.</returns>
    Task<IReadOnlyList<LimitReservation>> StandingAsync(
        DateTimeOffset before,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>How often the tenant's limits stopped messages on a day; limits that did not are left out.</summary>
    Task<IReadOnlyList<LimitHits>> HitsAsync(int tenant, DateOnly day, CancellationToken cancellationToken);

    /// <summary>A page of a limit's counters, in an order of their scopes that stays the same; nothing is locked.</summary>
    /// <param name="tenant">Whose counters.</param>
    /// <param name="code">The limit's reason code.</param>
    /// <param name="after">The last scope of the page before, or null for the first page.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<CounterReading>> CountersAsync(
        int tenant,
        string code,
        string? after,
        int count,
        CancellationToken cancellationToken
    );

    /// <summary>Removes counters and reservations of which nothing counts any more.</summary>
    /// <param name="before">Those that ended before this time.</param>
    /// <param name="count">How many of either at most.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many were removed.</returns>
    Task<int> ForgetAsync(DateTimeOffset before, int count, CancellationToken cancellationToken);
}
