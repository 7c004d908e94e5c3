using System.Diagnostics;
using System.Text.Json;
using Workflows.Acceptance.Tests.Live;
using Workflows.Acceptance.Tests.WeCom;
using Workflows.WeComEmulator.Controls;

namespace Workflows.Acceptance.Tests.Sop;

/// <summary>Plays the week: moves all clocks from hour to hour, lets events start journeys on either host, and waits each time until all is done.</summary>
internal sealed class SopWeek(SendingDatabase database, EmulatorClient emulator, IReadOnlyList<HostProcess> hosts)
{
    private const int Days = 7;
    private const int DaysWithStarts = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Shortly before midnight and after it, when quiet hours end, and through the day.
    private static readonly TimeOnly[] Hours =
    [
        new(0, 5),
        new(8, 0),
        new(10, 0),
        new(13, 0),
        new(16, 0),
        new(19, 0),
        new(21, 30),
        new(23, 59),
    ];

    private static readonly TimeOnly[] Starts = [.. Hours[1..6]];

    public static DateTimeOffset Monday { get; } = new(2026, 1, 5, 0, 0, 0, TimeSpan.FromHours(8));

    public async Task PlayAsync()
    {
        var slot = 0;
        for (var day = 0; day < Days; day++)
        {
            foreach (var hour in Hours)
            {
                var now = Monday.AddDays(day) + hour.ToTimeSpan();
                await MoveClocksAsync(now);
                if (day < DaysWithStarts && Starts.Contains(hour))
                {
                    await StartJourneysAsync(slot++, now);
                }

                await RestAsync(now);
            }
        }

        var end = Monday.AddDays(Days).AddHours(8);
        await MoveClocksAsync(end);
        await RestAsync(end);
    }

    // First the platform's, so that what members confirm on the way happens at its own time.
    private async Task MoveClocksAsync(DateTimeOffset now)
    {
        await emulator.SetClockAsync(now);
        await Task.WhenAll(hosts.Select(host => host.SetClockAsync(now)));
    }

    private async Task StartJourneysAsync(int slot, DateTimeOffset now)
    {
        var slots = DaysWithStarts * Starts.Length;
        var events =
            from journey in Enumerable.Range(0, SopJourney.Count)
            from number in Enumerable.Range(0, SopCompany.Groups)
            where ((journey * 3) + number) % slots == slot
            select Start(journey, number, now);
        var halves = events.Index().GroupBy(pair => pair.Index % hosts.Count, pair => pair.Item);
        var isTaken = await Task.WhenAll(
            halves.Select(half => hosts[half.Key].TrySendAsync(JsonSerializer.Serialize(half)))
        );
        Assert.All(isTaken, Assert.True);
    }

    private static object Start(int journey, int number, DateTimeOffset now) =>
        new
        {
            source = "groups",
            id = $"{SopJourney.Id(journey)}/{number}",
            type = SopJourney.EventType(journey),
            at = now,
            contact = new { external_userid = $"wmLeader{number:000}" },
            data = new { group = SopCompany.Group(number), owner = SopCompany.Owner(number) },
        };

    private async Task RestAsync(DateTimeOffset now)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await database.IsAtRestAsync(now))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"{now:O}: {string.Join('\n', hosts.Select(host => host.Said()))}");
            }

            await Task.Delay(20);
        }
    }
}
