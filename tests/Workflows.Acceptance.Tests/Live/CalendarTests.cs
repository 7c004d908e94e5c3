using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Workflows.Acceptance.Tests.Live;

/// <summary>
/// Three months of calendars on two real hosts and PostgreSQL, in virtual time, hosts being killed without warning and once
/// both of them for two days: every occasion fires once, and everybody hears of it once.
/// </summary>
/// <remarks>
/// What has to come is worked out here without the product: the days of solar terms and lunar months are those of the Hong
/// Kong Observatory's conversion tables of 2025 and 2026.
/// </remarks>
public sealed class CalendarTests : IDisposable
{
    private const int Kills = 8;

    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 3, 31);
    private static readonly DateOnly[] Outage = [new(2026, 2, 17), new(2026, 2, 18)];

    // Hours of the day, UTC, at which something is due: 08:00, 10:00 and 15:00 in Shanghai, two hours later in Urumqi.
    private static readonly int[] Hours = [0, 2, 7, 9];

    private static readonly string[] Groups = ["sh1", "sh2", "xj1", "free"];

    // The first days of the lunar months of these weeks, and the lengths of 29 and 30 days that follow from them.
    private static readonly (string Birthday, string Day)[] Birthdays =
    [
        ("11-15", "2026-01-03"),
        ("12-08", "2026-01-26"),
        ("12-30", "2026-02-16"),
        ("1-1", "2026-02-17"),
        ("1-15", "2026-03-03"),
        ("2-2", "2026-03-20"),
        ("leap 6-5", ""),
    ];

    private readonly Random _chance = new(7);
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-calendar-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Calendars_ThreeMonthsOnTwoHostsKilledAgainAndAgain_FireEveryOccasionOnce()
    {
        var server =
            Environment.GetEnvironmentVariable("WORKFLOWS_TEST_POSTGRES")
            ?? throw new InvalidOperationException(
                "WORKFLOWS_TEST_POSTGRES is not set: run ./test, which starts PostgreSQL."
            );
        var name = $"calendar_{Guid.CreateVersion7():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        await using var receiver = await WebhookReceiver.StartAsync();
        var hosts = Enumerable.Range(0, 2).Select(_ => new HostProcess(Settings(server, name, receiver))).ToArray();
        try
        {
            await PrepareAsync(hosts);
            await PlayAsync(hosts);

            Assert.Equal(Kills + 2, hosts.Sum(host => host.Kills));
            Assert.Empty(receiver.Conflicts);
            Assert.Equal(Expected().Order(StringComparer.Ordinal), Received(receiver));
            await AssertOccasionsAsync(hosts[0]);
        }
        finally
        {
            foreach (var host in hosts)
            {
                await host.DisposeAsync();
            }

            await ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    /// <summary>S4-40: forty groups end within two days, hosts being killed meanwhile.</summary>
    [Fact]
    public async Task FlashGroups_OnTwoHostsKilledAgainAndAgain_EndOnceEach()
    {
        const int Count = 40;
        const int KillsOfTwoDays = 4;
        var server = Environment.GetEnvironmentVariable("WORKFLOWS_TEST_POSTGRES")!;
        var name = $"flash_{Guid.CreateVersion7():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        await using var receiver = await WebhookReceiver.StartAsync();
        var hosts = Enumerable.Range(0, 2).Select(_ => new HostProcess(Settings(server, name, receiver))).ToArray();
        try
        {
            var begin = At(First, 0);
            await hosts[0].StartAsync(begin);
            hosts[1].ApiKey = hosts[0].ApiKey;
            await hosts[1].StartAsync(begin);
            await hosts[0].SendAsync(HttpMethod.Post, "/api/definitions?publish=true", CalendarJourneys.GroupEnds);
            foreach (var number in Enumerable.Range(0, Count))
            {
                var end = begin.AddMinutes(61 + (number * 67)).ToString("O", CultureInfo.InvariantCulture);
                await hosts[0]
                    .SendAsync(
                        HttpMethod.Put,
                        $"/api/groups/flash{number}",
                        JsonSerializer.Serialize(
                            new
                            {
                                name = "快闪",
                                purpose = "Flash",
                                endsAt = end,
                            }
                        )
                    );
            }

            await Task.Delay(TimeSpan.FromSeconds(12));
            var steps = Enumerable.Range(1, 16).Select(number => begin.AddHours(number * 3)).ToArray();
            var fatal = steps.OrderBy(_ => _chance.Next()).Take(KillsOfTwoDays).ToHashSet();
            foreach (var now in steps)
            {
                await Task.WhenAll(hosts.Select(host => host.SetClockAsync(now)));
                if (fatal.Contains(now))
                {
                    await Task.Delay(_chance.Next(1, 200));
                    await hosts[_chance.Next(hosts.Length)].KillAsync();
                    await ReviveAsync(hosts, now);
                }

                await hosts[0].WhenIdleAsync();
            }

            Assert.Equal(KillsOfTwoDays, hosts.Sum(host => host.Kills));
            Assert.Empty(receiver.Conflicts);
            Assert.Equal(
                Enumerable.Range(0, Count).Select(number => $"flash{number}").Order(StringComparer.Ordinal),
                Received(receiver).Select(line => line.Split(' ')[0])
            );
            var groups = (await hosts[0].GetAsync("/api/groups?limit=100")).GetProperty("items").EnumerateArray();
            Assert.All(groups, group => Assert.False(group.GetProperty("isActive").GetBoolean()));
        }
        finally
        {
            foreach (var host in hosts)
            {
                await host.DisposeAsync();
            }

            await ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private Dictionary<string, string> Settings(string server, string database, WebhookReceiver receiver) =>
        new(StringComparer.Ordinal)
        {
            ["WORKFLOWS__PROVIDER"] = "Postgres",
            ["WORKFLOWS__CONNECTIONSTRING"] = new NpgsqlConnectionStringBuilder(server)
            {
                Database = database,
            }.ConnectionString,
            ["WORKFLOWS__DATA"] = _folder,
            ["WORKFLOWS__WEBHOOK"] = receiver.Address + "/messages",
            ["WORKFLOWS__TIMEZONE"] = "Asia/Shanghai",
        };

    private static async Task PrepareAsync(HostProcess[] hosts)
    {
        var midnight = At(First, 0).AddHours(-8);
        await hosts[0].StartAsync(midnight);
        hosts[1].ApiKey = hosts[0].ApiKey;
        await hosts[1].StartAsync(midnight);
        await hosts[0].SendAsync(HttpMethod.Put, "/api/stores/sh", """{"name":"上海"}""");
        await hosts[0].SendAsync(HttpMethod.Put, "/api/stores/xj", """{"name":"乌鲁木齐","timeZone":"Asia/Urumqi"}""");
        await hosts[0].SendAsync(HttpMethod.Put, "/api/groups/sh1", """{"name":"一群","storeId":"sh"}""");
        await hosts[0].SendAsync(HttpMethod.Put, "/api/groups/sh2", """{"name":"二群","storeId":"sh"}""");
        await hosts[0].SendAsync(HttpMethod.Put, "/api/groups/xj1", """{"name":"三群","storeId":"xj"}""");
        await hosts[0].SendAsync(HttpMethod.Put, "/api/groups/free", """{"name":"四群"}""");
        await hosts[0].SendAsync(HttpMethod.Put, "/api/groups/hq", """{"name":"总部","purpose":"Service"}""");
        Assert.True(await hosts[0].TrySendAsync(JsonSerializer.Serialize(People(midnight))));
        foreach (var journey in CalendarJourneys.All)
        {
            await hosts[0].SendAsync(HttpMethod.Post, "/api/definitions?publish=true", journey);
        }

        await hosts[0].WhenIdleAsync();
        // The schedules are begun within five seconds, by whichever host.
        await WhenScheduledAsync(hosts[1]);
    }

    private static async Task WhenScheduledAsync(HostProcess host)
    {
        for (var second = 0; second < 30; second++)
        {
            await Task.Delay(1_000);
            var planned = (await host.GetAsync("/api/calendar?from=2026-01-01&to=2026-01-05")).GetProperty("occasions");
            if (planned.GetArrayLength() > 0 && second > 12)
            {
                return;
            }
        }

        throw new TimeoutException("The journeys are not scheduled.");
    }

    private async Task PlayAsync(HostProcess[] hosts)
    {
        var days = Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays).ToArray();
        var steps = days.Except(Outage).SelectMany(day => Hours.Select(hour => At(day, hour))).Order().ToArray();
        var fatal = steps.OrderBy(_ => _chance.Next()).Take(Kills).ToHashSet();
        foreach (var now in steps)
        {
            if (DateOnly.FromDateTime(now.UtcDateTime) == Outage[^1].AddDays(1) && now.Hour == Hours[0])
            {
                await Task.WhenAll(hosts.Select(host => host.KillAsync()));
            }

            await ReviveAsync(hosts, now);
            await Task.WhenAll(hosts.Select(host => host.SetClockAsync(now)));
            if (fatal.Contains(now))
            {
                await Task.Delay(_chance.Next(1, 60));
                await hosts[_chance.Next(hosts.Length)].KillAsync();
                await ReviveAsync(hosts, now);
            }

            await hosts[0].WhenIdleAsync();
        }
    }

    private static async Task ReviveAsync(HostProcess[] hosts, DateTimeOffset now)
    {
        foreach (var host in hosts.Where(host => !host.IsRunning))
        {
            await host.StartAsync(now);
        }
    }

    private static IEnumerable<object> People(DateTimeOffset now)
    {
        foreach (var (birthday, _) in Birthdays)
        {
            yield return Event($"b {birthday}", "contact.imported", now, new { attributes = new { birthday } });
        }

        yield return Event("buyer", "order.paid", now, new { amount = 10 });
    }

    private static object Event(string who, string type, DateTimeOffset at, object data) =>
        new
        {
            source = "shop",
            id = who,
            type,
            at,
            contact = new { external_userid = who },
            data,
        };

    /// <summary>Everything that has to be heard, as <c>who template day</c>.</summary>
    private static IEnumerable<string> Expected()
    {
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            foreach (var group in Groups)
            {
                yield return $"{group} 08:00 breakfast {day:yyyy-MM-dd}";
                yield return $"{group} 15:00 flash {day:yyyy-MM-dd}";
            }
        }

        foreach (var day in (string[])["01-08", "01-30", "02-08", "02-27", "03-08", "03-27"])
        {
            yield return $"hq member-day 2026-{day}";
        }

        string[] terms = ["01-05", "01-20", "02-04", "02-18", "03-05", "03-20"];
        foreach (var (term, day) in CalendarJourneys.Terms.Zip(terms))
        {
            yield return $"hq term-{term} 2026-{day}";
        }

        foreach (var (birthday, day) in Birthdays.Where(one => one.Day.Length > 0))
        {
            yield return $"b {birthday} birthday {day}";
        }

        foreach (var day in (string[])["01-21", "02-10", "03-02"])
        {
            yield return $"buyer cycle 2026-{day}";
        }
    }

    private static List<string> Received(WebhookReceiver receiver)
    {
        List<string> found = [];
        foreach (var body in receiver.Bodies.Values)
        {
            using var document = JsonDocument.Parse(body);
            var message = document.RootElement;
            if (message.GetProperty("journey").GetProperty("id").GetString() is "lifecycle-care")
            {
                // The library's own journey has something to say to the buyer, too.
                continue;
            }

            var who = message.TryGetProperty("group", out var group)
                ? group.GetString()
                : message.GetProperty("contact").GetProperty("external_userid").GetString();
            found.Add($"{who} {message.GetProperty("template").GetString()} {message.GetProperty("text").GetString()}");
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>The product's own log of occasions: each key once, and late ones only after the outage.</summary>
    private static async Task AssertOccasionsAsync(HostProcess host)
    {
        var calendar = await host.GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"/api/calendar?from={First:yyyy-MM-dd}&to={Last:yyyy-MM-dd}")
        );
        var sop = calendar
            .GetProperty("occasions")
            .EnumerateArray()
            .Where(one => one.GetProperty("journey").GetString() is "daily-sop")
            .ToList();
        var days = Last.DayNumber - First.DayNumber + 1;

        // Two slots in the time zone of Shanghai, for three groups, and two in that of Urumqi, for one.
        Assert.Equal(days * 4, sop.Count);
        Assert.Equal(days * 4, sop.Select(one => one.GetProperty("key").GetString()).Distinct().Count());
        Assert.Equal(days * 2 * Groups.Length, sop.Sum(one => one.GetProperty("guests").GetInt32()));
        Assert.Equal(Outage.Length * 4, sop.Count(one => one.GetProperty("state").GetString() is "Late"));
        Assert.DoesNotContain(sop, one => one.GetProperty("state").GetString() is "Skipped" or "Planned");
    }

    private static DateTimeOffset At(DateOnly day, int hour) =>
        new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
