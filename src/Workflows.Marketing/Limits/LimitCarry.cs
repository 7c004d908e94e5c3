using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;

namespace Workflows.Marketing.Limits;

/// <summary>
/// Counts on what is on its way when a day, week or month ends: a task that a member has not confirmed yet may reach its
/// customers on any later day, so it counts on each of them until it is known what became of it.
/// </summary>
internal sealed class LimitCarry(ILimitStore store, LimitRules rules, LimitTime time)
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<LimitReservation> standing;
        do
        {
            standing = await store.StandingAsync(time.Now + time.Grace, Batch, cancellationToken);
            if (standing.Count > 0)
            {
                var request = new LimitRequest(
                    [.. standing.SelectMany(reservation => reservation.Counters).Distinct()],
                    [.. standing.Select(reservation => reservation.Message)]
                );
                await store.ChangeAsync(request, Carry, cancellationToken);
            }
        } while (standing.Count == Batch);
    }

    private int Carry(LimitLedger ledger)
    {
        var carried = 0;
        foreach (var reservation in ledger.Reservations)
        {
            // One that changed a moment ago is found again by the next judgement.
            if (reservation.Counters.All(ledger.Counters.ContainsKey))
            {
                carried++;
                var tenant = reservation.Message.Tenant;
                LimitHold[] holds = [.. reservation.Holds.Select(hold => Carry(ledger, tenant, hold))];
                ledger.Put(time.Reservation(reservation.Message, holds, rules));
            }
        }

        return carried;
    }

    private LimitHold Carry(LimitLedger ledger, int tenant, LimitHold hold)
    {
        if (rules.PeriodOf(hold.Code) is not { } period || !time.EndsSoon(period, hold.Mark.Start))
        {
            return hold;
        }

        var counter = ledger.Counters[new CounterKey(tenant, hold.Code, hold.Scope)];
        var mark = hold.Mark with { Start = time.StartIn(period) };
        counter.Take(hold.Mark);
        counter.Add(mark);
        counter.Settle(start => time.EndIn(period, start), time.Now - LimitTime.Skew);
        return hold with { Mark = mark };
    }
}
