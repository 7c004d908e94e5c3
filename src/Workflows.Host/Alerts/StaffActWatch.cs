using Workflows.Host.Composition;
using Workflows.Marketing.Alerts;
using Workflows.Storage.Contacts;

namespace Workflows.Host.Alerts;

/// <summary>
/// Looks every minute whether somebody deleted, exported or handed over more customers today, or yesterday, than allowed (S1-18). What was told is not told
/// again: the outbox refuses the second task of a person and a day.
/// </summary>
internal sealed class StaffActWatch(
    StaffActLedger ledger,
    AlertCatalog catalog,
    AlertDesk desk,
    TimeZoneInfo timeZone,
    TimeProvider clock,
    TimeProvider machine
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Told of every failure, such as a database that is down; the loop goes on.</summary>
    public Action<Exception>? OnFailed { get; init; }

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stopping);
            }
            catch (Exception failed) when (failed is not OutOfMemoryException && !stopping.IsCancellationRequested)
            {
                OnFailed?.Invoke(failed);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Pause, machine, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Looks once.</summary>
    /// <returns>How many tasks that made.</returns>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var settings = await catalog.GetAsync(cancellationToken);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), timeZone).DateTime);
        var told = 0;
        // What is told late belongs to the day on which it was done.
        foreach (var day in new[] { today.AddDays(-1), today })
        {
            var acts = await ledger.FindAsync(
                Tenants.Default,
                BeginOf(day),
                BeginOf(day.AddDays(1)),
                settings.MostADay,
                cancellationToken
            );
            foreach (var one in acts)
            {
                told += await desk.RaiseAsync(one.AlertOf(day), cancellationToken);
            }
        }

        return told;
    }

    private DateTimeOffset BeginOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, timeZone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
