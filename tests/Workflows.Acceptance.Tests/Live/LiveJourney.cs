using System.Text.Encodings.Web;
using System.Text.Json;
using Workflows.Marketing.Backtesting;
using Workflows.Marketing.Contacts;

namespace Workflows.Acceptance.Tests.Live;

/// <summary>
/// Plays orders into running hosts day by day, over HTTP and with a clock moved by hand, and kills a host without warning at moments
/// that nobody chose.
/// </summary>
/// <param name="hosts">The hosts, on one database.</param>
/// <param name="timeZone">The workspace's time zone.</param>
/// <param name="seed">Decides when and whom the killer strikes.</param>
internal sealed class LiveJourney(IReadOnlyList<HostProcess> hosts, TimeZoneInfo timeZone, int seed)
{
    private const int BatchSize = 500;
    private const int QuietStep = 8;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Random _chance = new(seed);
    private DateTimeOffset _now;

    /// <summary>Plays all orders, and then <paramref name="quietDays"/> days on which nothing is bought but tiers lapse.</summary>
    /// <returns>The last moment played.</returns>
    public async Task<DateTimeOffset> PlayAsync(IReadOnlyList<Order> orders, int quietDays, int kills)
    {
        var days = orders.ToLookup(order => order.PaidOn);
        var calendar = Calendar(orders[0].PaidOn, orders[^1].PaidOn, quietDays);
        HashSet<DateOnly> fatal = [.. calendar.OrderBy(_ => _chance.Next()).Take(kills)];

        _now = WorkspaceDay.Start(calendar[0], timeZone);
        await StartAllAsync();
        foreach (var day in calendar)
        {
            _now = WorkspaceDay.Start(day, timeZone);
            await Task.WhenAll(hosts.Select(host => host.SetClockAsync(_now)));
            var killing = fatal.Contains(day) ? KillAsync() : Task.CompletedTask;
            await SendAsync([.. days[day]]);
            await killing;
            await ReviveAsync();
            await hosts[0].WhenIdleAsync();
        }

        return _now;
    }

    // Every day on which something can be bought; when all is quiet, longer steps.
    private static List<DateOnly> Calendar(DateOnly first, DateOnly last, int quietDays)
    {
        List<DateOnly> days = [];
        for (var day = first; day <= last.AddDays(quietDays); day = day.AddDays(day < last ? 1 : QuietStep))
        {
            days.Add(day);
        }

        return days;
    }

    private async Task StartAllAsync()
    {
        foreach (var host in hosts)
        {
            host.ApiKey = hosts[0].ApiKey;
            await host.StartAsync(_now);
        }
    }

    // Somewhere between the first request of the day and the last message of it.
    private async Task KillAsync()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(_chance.Next(1, 400)));
        await hosts[_chance.Next(hosts.Count)].KillAsync();
    }

    private async Task ReviveAsync()
    {
        foreach (var host in hosts.Where(host => !host.IsRunning))
        {
            await host.StartAsync(_now);
        }
    }

    // A batch counts only when it was acknowledged; until then it is sent again, to whoever lives.
    private async Task SendAsync(IReadOnlyList<Order> orders)
    {
        foreach (var batch in orders.Chunk(BatchSize))
        {
            var body = JsonSerializer.Serialize(batch.Select(Event), Json);
            while (true)
            {
                var living = hosts.Where(host => host.IsRunning).ToList();
                if (living.Count > 0 && await living[_chance.Next(living.Count)].TrySendAsync(body))
                {
                    break;
                }

                await ReviveAsync();
            }
        }
    }

    private object Event(Order order) =>
        new
        {
            source = "shop",
            id = order.OrderId,
            type = ContactEventTypes.OrderPaid,
            at = WorkspaceDay.Start(order.PaidOn, timeZone),
            contact = new { external_userid = order.CustomerId },
            data = new { quantity = order.Quantity, amount = order.Amount },
        };
}
