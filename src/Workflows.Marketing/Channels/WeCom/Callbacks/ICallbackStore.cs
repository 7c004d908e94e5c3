using Workflows.Marketing.Channels.WeCom.Welcome;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>The inbox of WeCom's callbacks: each is safe here before WeCom is thanked, and handled afterwards.</summary>
public interface ICallbackStore
{
    /// <summary>
    /// Takes verified requests in one transaction: remembers each nonce, refuses those it knows, and queues every event that
    /// is new. Several hosts agree, as the database decides.
    /// </summary>
    /// <returns>One receipt a request, in order.</returns>
    Task<IReadOnlyList<CallbackReceipt>> AcceptAsync(
        int tenant,
        IReadOnlyList<CallbackRecord> requests,
        CancellationToken cancellationToken
    );

    /// <summary>Leases queued callbacks that are due and not leased by another, oldest first, and counts an attempt for each.</summary>
    /// <param name="tenant">Whose callbacks.</param>
    /// <param name="owner">Who will handle them; a settlement by another is ignored.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="now">Those due by now are given.</param>
    /// <param name="until">When they may be given to another.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<IReadOnlyList<LeasedCallback>> LeaseAsync(
        int tenant,
        string owner,
        int count,
        DateTimeOffset now,
        DateTimeOffset until,
        CancellationToken cancellationToken
    );

    /// <summary>Writes what became of leased callbacks, in one transaction.</summary>
    Task SettleAsync(
        int tenant,
        string owner,
        IReadOnlyList<CallbackSettlement> settlements,
        CancellationToken cancellationToken
    );

    /// <summary>The newest right to greet a customer, in the name of one member of staff or of anybody; null without one.</summary>
    Task<WelcomeTicket?> FindWelcomeAsync(
        int tenant,
        string customer,
        string? staff,
        CancellationToken cancellationToken
    );

    /// <summary>Forgets nonces that end before <paramref name="now"/>, and callbacks settled before <paramref name="settledBefore"/>.</summary>
    /// <returns>How many callbacks are gone.</returns>
    Task<int> RemoveAsync(
        int tenant,
        DateTimeOffset now,
        DateTimeOffset settledBefore,
        CancellationToken cancellationToken
    );
}
