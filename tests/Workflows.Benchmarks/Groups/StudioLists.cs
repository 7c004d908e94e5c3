using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Npgsql;
using Workflows.Benchmarks.Measuring;
using Workflows.Host.Composition;
using Workflows.Storage;

namespace Workflows.Benchmarks.Groups;

/// <summary>
/// What the designer's lists ask, over HTTP, with 100,000 instances and 1,000 definitions of 50 versions on PostgreSQL: the median of
/// each call beside its limit, and how many sequential scans the tables saw meanwhile, which is to be none.
/// </summary>
internal static class StudioLists
{
    private const string Group = "studio";
    private const double Limit = 100;
    private const int Calls = 20;

    private static readonly (string Name, string Path, object? Body)[] Questions =
    [
        (
            "definitions, first page",
            "workflow-definitions?versionOptions=Latest&Page=0&PageSize=10&OrderBy=Name&OrderDirection=Ascending",
            null
        ),
        (
            "definitions, page 80",
            "workflow-definitions?versionOptions=Latest&Page=79&PageSize=10&OrderBy=Created&OrderDirection=Descending",
            null
        ),
        (
            "definitions, searched",
            "workflow-definitions?versionOptions=Latest&Page=0&PageSize=10&SearchTerm=journey%20number%2077",
            null
        ),
        ("definitions, published", "workflow-definitions?versionOptions=Published", null),
        ("definitions, latest or published", "workflow-definitions?versionOptions=LatestOrPublished", null),
        (
            "definitions, history of one",
            "workflow-definitions?versionOptions=AllVersions&Page=0&PageSize=10&DefinitionIds=d77&OrderBy=Version&OrderDirection=Descending",
            null
        ),
        ("definitions, name check", "workflow-definitions/validation/is-name-unique?name=Journey%20number%20500", null),
        ("definitions, by version ids", "workflow-definitions?versionOptions=&Ids=d1:50&Ids=d2:50&Ids=d3:50", null),
        ("instances, first page", "workflow-instances", new { page = 0, pageSize = 10 }),
        ("instances, page 5,000", "workflow-instances", new { page = 5_000, pageSize = 10 }),
        (
            "instances, by end",
            "workflow-instances",
            new
            {
                page = 0,
                pageSize = 10,
                orderBy = "Finished",
            }
        ),
        (
            "instances, by name",
            "workflow-instances",
            new
            {
                page = 0,
                pageSize = 10,
                orderBy = "Name",
                orderDirection = "Ascending",
            }
        ),
        (
            "instances, of one definition",
            "workflow-instances",
            new
            {
                page = 0,
                pageSize = 10,
                definitionIds = new[] { "d77" },
            }
        ),
        (
            "instances, running",
            "workflow-instances",
            new
            {
                page = 0,
                pageSize = 10,
                statuses = new[] { "Running" },
            }
        ),
        (
            "instances, faulted",
            "workflow-instances",
            new
            {
                page = 0,
                pageSize = 10,
                subStatuses = new[] { "Faulted" },
            }
        ),
        (
            "instances, with incidents",
            "workflow-instances",
            new
            {
                page = 0,
                pageSize = 10,
                hasIncidents = true,
            }
        ),
        (
            "instances, by correlation",
            "workflow-instances",
            new
            {
                page = 0,
                pageSize = 10,
                correlationId = "order-4711",
            }
        ),
        (
            "instances, searched",
            "workflow-instances",
            new
            {
                page = 0,
                pageSize = 10,
                searchTerm = "order-47",
            }
        ),
        (
            "instances, of a day",
            "workflow-instances",
            new
            {
                page = 0,
                pageSize = 10,
                timestampFilters = new[]
                {
                    new
                    {
                        column = "CreatedAt",
                        @operator = "GreaterThan",
                        timestamp = "2026-01-02T00:00:00Z",
                    },
                },
            }
        ),
    ];

    public static async Task RunAsync(Effort effort, IReport report)
    {
        foreach (var create in BenchmarkDatabase.All())
        {
            await using var database = await create();
            if (database.Kind == StorageKind.Postgres)
            {
                await MeasureAsync(effort, report, database);
            }
        }
    }

    private static async Task MeasureAsync(Effort effort, IReport report, BenchmarkDatabase database)
    {
        await using var application = HostApplication.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Workflows:Provider"] = nameof(StorageKind.Postgres),
                ["Workflows:ConnectionString"] = database.ConnectionString,
                ["Workflows:Urls"] = "http://127.0.0.1:0",
                ["Logging:LogLevel:Default"] = "Error",
            }
        );
        var start = await HostStart.PrepareAsync(application.Services, library: null, CancellationToken.None);
        await FillAsync(effort, database);
        await application.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri($"{application.Urls.First()}/elsa/api/") };
        client.DefaultRequestHeaders.Add("X-Api-Key", start.FirstKey);

        foreach (var question in Questions)
        {
            var before = await ScansAsync(database);
            var milliseconds = await MedianAsync(client, question.Path, question.Body);
            report.Add(new BenchmarkRow(Group, question.Name, "ms", milliseconds, Reference: Limit));
            var scans = await ScansAsync(database) - before;
            if (scans > 0)
            {
                report.Add(new BenchmarkRow(Group, $"{question.Name}: sequential scans", "scans", scans));
            }
        }

        await application.StopAsync();
    }

    private static async Task<double> MedianAsync(HttpClient client, string path, object? body)
    {
        var times = new List<double>();
        for (var call = 0; call <= Calls; call++)
        {
            var began = Stopwatch.GetTimestamp();
            using var response = body is null ? await client.GetAsync(path) : await client.PostAsJsonAsync(path, body);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync();
            if (call > 0)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return Stopwatches.Median(times);
    }

    /// <summary>How often one of the two tables was read from end to end.</summary>
    private static async Task<double> ScansAsync(BenchmarkDatabase database)
    {
        // A session hands its counts in when it has been idle for a second.
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        await using var connection = (NpgsqlConnection)await database.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT sum(seq_scan) FROM pg_stat_user_tables WHERE relname IN ('instances', 'definition_versions')",
            connection
        );
        return Convert.ToDouble(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task FillAsync(Effort effort, BenchmarkDatabase database)
    {
        await using var connection = (NpgsqlConnection)await database.OpenAsync();
        await using var command = new NpgsqlCommand(Fill, connection) { CommandTimeout = 600 };
        command.Parameters.AddWithValue("instances", effort.Of(100_000));
        command.Parameters.AddWithValue("json", Samples.WaitForOrders());
        await command.ExecuteNonQueryAsync();
        foreach (var table in new[] { "instances", "definition_versions" })
        {
            await using var settle = new NpgsqlCommand($"VACUUM ANALYZE {table}", connection) { CommandTimeout = 600 };
            await settle.ExecuteNonQueryAsync();
        }
    }

    // One instance a second from the first of January 2026 on; a tick is 100 nanoseconds, counted from the year 1.
    private const string Fill = """
        INSERT INTO definition_versions
            (tenant, definition_id, version, name, description, json, is_latest, is_published, was_published, revision, created_at, updated_at)
        SELECT 1, 'd' || d, v, 'Journey number ' || d, 'What journey ' || d || ' is for',
            replace(@json, '"definitionId"', '"note":"' || repeat('x', 2000) || '","definitionId"'),
            v = 50, v = 49, v < 50, 1, 639028224000000000 + d, 639028224000000000 + d
        FROM generate_series(1, 1000) d, generate_series(1, 50) v;

        INSERT INTO instances
            (id, tenant, partition, subject, definition_key, status, sub_status, correlation_id, name, revision, incident_count,
             created_at, updated_at, finished_at, state)
        SELECT (lpad(to_hex(1767225600000 + n::bigint * 1000), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid,
            1, n % 64, gen_random_uuid(), key, CASE WHEN n % 3 = 0 THEN 1 ELSE 0 END,
            CASE WHEN n % 300 = 0 THEN 5 WHEN n % 3 = 0 THEN 3 ELSE 2 END,
            'order-' || n, CASE WHEN n % 10 = 0 THEN 'Name ' || n END, 1, CASE WHEN n % 300 = 0 THEN 1 ELSE 0 END,
            639028224000000000 + n::bigint * 10000000, 639028224000000000 + n::bigint * 10000000 + (n::bigint * 7919 % 100000) * 10000000,
            CASE WHEN n % 3 = 0 THEN 639028224000000000 + n::bigint * 10000000 + 5 END, decode(repeat('ab', 300), 'hex')
        FROM generate_series(1, @instances) n
        JOIN definition_versions ON definition_id = 'd' || (n % 1000 + 1) AND version = 49;
        """;
}
