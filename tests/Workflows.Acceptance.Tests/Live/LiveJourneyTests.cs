using System.Text.Json;
using Npgsql;
using Workflows.Marketing.Backtesting;

namespace Workflows.Acceptance.Tests.Live;

/// <summary>
/// The journey with real processes, a real database and a real webhook, hosts being killed while it runs: what arrives must be what the
/// back-test says, nothing missing, nothing extra, and every key with one content.
/// </summary>
/// <remarks>
/// The orders are invented; <c>WORKFLOWS_ACCEPTANCE_ORDERS</c> names an order file to play instead, and
/// <c>WORKFLOWS_ACCEPTANCE_COUNT</c> how many of its first orders (20,000).
/// </remarks>
[Collection("live")]
public sealed class LiveJourneyTests : IDisposable
{
    private const int QuietDays = 64;
    private const int Kills = 6;

    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-live-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task Journey_HostOnSqliteKilledAgainAndAgain_SendsWhatTheBacktestSays() =>
        PlayAsync(
            hosts: 1,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["WORKFLOWS__PROVIDER"] = "Sqlite",
                ["WORKFLOWS__DATA"] = _folder,
            },
            seed: 1
        );

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    public async Task Journey_HostsOnPostgresKilledAgainAndAgain_SendsWhatTheBacktestSays(int hosts, int seed)
    {
        var server =
            Environment.GetEnvironmentVariable("WORKFLOWS_TEST_POSTGRES")
            ?? throw new InvalidOperationException(
                "WORKFLOWS_TEST_POSTGRES is not set: run ./test, which starts PostgreSQL."
            );
        var name = $"live_{Guid.CreateVersion7():N}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        try
        {
            var database = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
            await PlayAsync(
                hosts,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["WORKFLOWS__PROVIDER"] = "Postgres",
                    ["WORKFLOWS__CONNECTIONSTRING"] = database,
                    ["WORKFLOWS__DATA"] = _folder,
                },
                seed
            );
        }
        finally
        {
            await ExecuteAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private static async Task PlayAsync(int hosts, Dictionary<string, string> settings, int seed)
    {
        var orders = Orders();
        await using var receiver = await WebhookReceiver.StartAsync();
        settings["WORKFLOWS__WEBHOOK"] = receiver.Address + "/messages";
        settings["WORKFLOWS__TIMEZONE"] = Shanghai.Id;
        var processes = Enumerable.Range(0, hosts).Select(_ => new HostProcess(settings)).ToList();
        try
        {
            var until = await new LiveJourney(processes, Shanghai, seed).PlayAsync(orders, QuietDays, Kills);

            Assert.Equal(Kills, processes.Sum(process => process.Kills));
            Assert.Empty(receiver.Conflicts);
            Assert.Equal(await ReplayedJourney.MessagesAsync(orders, until, Shanghai), Received(receiver));
        }
        finally
        {
            foreach (var process in processes)
            {
                await process.DisposeAsync();
            }
        }
    }

    private static List<string> Received(WebhookReceiver receiver)
    {
        List<string> messages = [];
        foreach (var body in receiver.Bodies.Values)
        {
            using var message = JsonDocument.Parse(body);
            var contact = message.RootElement.GetProperty("contact").GetProperty("external_userid").GetString();
            messages.Add($"{contact} {message.RootElement.GetProperty("template").GetString()}");
        }

        messages.Sort(StringComparer.Ordinal);
        return messages;
    }

    private static IReadOnlyList<Order> Orders()
    {
        if (Environment.GetEnvironmentVariable("WORKFLOWS_ACCEPTANCE_ORDERS") is { Length: > 0 } path)
        {
            using var text = File.OpenText(path);
            var count = Environment.GetEnvironmentVariable("WORKFLOWS_ACCEPTANCE_COUNT") ?? "20000";
            return [.. OrderFile.Read(text).Orders.Take(int.Parse(count))];
        }

        return SampleOrders.Create(
            new SampleOrdersOptions
            {
                Customers = 600,
                Months = 2,
                Seed = 20,
            }
        );
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
