using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>
/// Delivers what teams have to tell: events to their contacts, refunds to the shop; and finishes teams that no journey has. What is delivered twice has the
/// same key.
/// </summary>
/// <param name="store">What is to be told.</param>
/// <param name="desk">Finishes teams.</param>
/// <param name="contacts">The names of contacts.</param>
/// <param name="intake">Where events come in.</param>
/// <param name="clock">The journeys' time.</param>
/// <param name="options">Whose, and how patiently.</param>
public sealed class TeamCourier(
    IGroupBuyStore store,
    GroupBuyDesk desk,
    IContactStore contacts,
    ContactEventIntake intake,
    TimeProvider clock,
    TeamCourierOptions options
)
{
    private const int AtOnce = 500;

    /// <summary>Delivers until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await DeliverAsync(stopping) == 0)
                {
                    await Task.Delay(options.PollInterval, options.Machine, stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed) when (failed is not OutOfMemoryException)
            {
                options.OnFailed?.Invoke(failed);
                await Task.Delay(options.Patience, options.Machine, CancellationToken.None);
            }
        }
    }

    /// <summary>Delivers what is there now.</summary>
    /// <returns>How much was delivered or finished.</returns>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken) =>
        await TellAsync(cancellationToken)
        + await RefundAsync(cancellationToken)
        + await FinishAsync(cancellationToken);

    private async Task<int> TellAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var news = await store.TakeToldAsync(
            options.Tenant,
            now,
            now + options.OfferAgainAfter,
            AtOnce,
            cancellationToken
        );
        if (news.Count == 0)
        {
            return 0;
        }

        List<ContactEvent> events = [];
        Dictionary<Guid, ContactIdentities> names = [];
        foreach (var told in news)
        {
            if (!names.TryGetValue(told.ContactId, out var own))
            {
                var contact = await contacts.FindAsync(options.Tenant, told.ContactId, cancellationToken);
                names[told.ContactId] = own = contact?.Identities ?? ContactIdentities.None;
            }

            // A contact that was erased is told nothing.
            if (own.Count > 0)
            {
                events.Add(new ContactEvent(GroupBuyEvents.Source, told.Key, told.Type, told.At, [own[0]], told.Data));
            }
        }

        await AcceptAsync(events, cancellationToken);
        await store.MarkDeliveredAsync(
            options.Tenant,
            [.. news.Select(told => told.Key)],
            clock.GetUtcNow(),
            cancellationToken
        );
        return news.Count;
    }

    private async Task AcceptAsync(List<ContactEvent> events, CancellationToken cancellationToken)
    {
        if (
            events.Count > 0
            && await intake.AcceptAsync(options.Tenant, events, cancellationToken) is { IsAccepted: false } refused
        )
        {
            throw new InvalidOperationException(refused.Diagnostics[0].ToString());
        }
    }

    private async Task<int> RefundAsync(CancellationToken cancellationToken)
    {
        if (options.Refund is not { } refund)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        var due = await store.TakeRefundsAsync(
            options.Tenant,
            now,
            now + options.OfferAgainAfter,
            AtOnce,
            cancellationToken
        );
        var done = new List<string>(due.Count);
        foreach (var one in due)
        {
            if (await refund(one, cancellationToken))
            {
                done.Add(one.Key);
            }
        }

        await store.MarkDeliveredAsync(options.Tenant, done, clock.GetUtcNow(), cancellationToken);
        return done.Count;
    }

    // Journeys end, are cancelled or fail; nobody's money is left lying for that.
    private async Task<int> FinishAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var left = await store.ListUnsettledAsync(options.Tenant, now - options.Grace, AtOnce, cancellationToken);
        foreach (var id in left)
        {
            var team = await desk.CloseAsync(id, now, cancellationToken);
            _ =
                team?.State == TeamState.Succeeded
                    ? await desk.SettleAsync(id, now, cancellationToken)
                    : await desk.RefundAllAsync(id, now, cancellationToken);
        }

        return left.Count;
    }
}
