using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using Workflows.Benchmarks.Measuring;
using Workflows.Storage;

namespace Workflows.Benchmarks.Groups.Studio;

/// <summary>
/// What the designer asks, over HTTP, with 100,000 instances and 1,000 definitions of 50 versions on PostgreSQL: the median of each call,
/// how many rows it answered, and which tables the plans of its statements read from end to end. A call over its limit, or with such
/// a plan, is a miss.
/// </summary>
internal static class StudioLists
{
    private const string Group = "studio";
    private const double Limit = 100;
    private const int Calls = 20;
    private const int Instances = 100_000;
    private const int Steps = 300;

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
        using var log = new StatementLog();
        await using var server = await StudioServer.StartAsync(
            database,
            () => StudioWorkspace.FillAsync(database, effort.Of(Instances))
        );
        await using var connection = (NpgsqlConnection)await database.OpenAsync();
        StudioQuestion[] questions =
        [
            .. DefinitionQuestions.All,
            .. InstanceQuestions.All,
            .. await WalkAsync(server.Client),
        ];
        foreach (var question in questions)
        {
            report.Add(await AskAsync(server.Client, question, log, connection));
        }

        await EditorOpening.MeasureAsync(effort, report, server);
    }

    private static async Task<BenchmarkRow> AskAsync(
        HttpClient client,
        StudioQuestion question,
        StatementLog log,
        NpgsqlConnection connection
    )
    {
        var rows = 0;
        var statements = await log.HearAsync(async () => rows = await CountAsync(client, question));
        var scanned = await Statement.ScansAsync(statements, connection);
        var median = await MedianAsync(client, question);
        return new BenchmarkRow(Group, question.Name, "ms", median, Reference: Limit)
        {
            Remark = $"{rows} rows, {(scanned.Count == 0 ? "no scan" : "SCANS " + string.Join(", ", scanned))}",
            IsMiss = median >= Limit || scanned.Count > 0,
        };
    }

    private static async Task<double> MedianAsync(HttpClient client, StudioQuestion question)
    {
        var times = new List<double>();
        for (var call = 0; call < Calls; call++)
        {
            var began = Stopwatch.GetTimestamp();
            await SendAsync(client, question);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return Stopwatches.Median(times);
    }

    private static async Task<byte[]> SendAsync(HttpClient client, StudioQuestion question)
    {
        using var response = question.Body is { } body
            ? await client.PostAsJsonAsync(question.Path, body)
            : await client.GetAsync(question.Path);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode
            ? answer
            : throw new InvalidOperationException($"{question.Name}: {(int)response.StatusCode} {question.Path}");
    }

    private static async Task<int> CountAsync(HttpClient client, StudioQuestion question)
    {
        var answer = await SendAsync(client, question);
        if (answer.Length == 0 || answer[0] is not ((byte)'{' or (byte)'['))
        {
            return 0;
        }

        using var document = JsonDocument.Parse(answer);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Array ? root.GetArrayLength()
            : root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? items.GetArrayLength()
            : 1;
    }

    /// <summary>Runs a long workflow and asks what can be asked about it.</summary>
    private static async Task<IReadOnlyList<StudioQuestion>> WalkAsync(HttpClient client)
    {
        var model = JsonNode.Parse(Samples.Sequence(Steps));
        using var saved = await client.PostAsJsonAsync("workflow-definitions", new { model, publish = true });
        saved.EnsureSuccessStatusCode();
        using var started = await client.PostAsJsonAsync("workflow-definitions/sequence/execute", new { });
        var instance = started.EnsureSuccessStatusCode().Headers.GetValues("x-elsa-workflow-instance-id").Single();
        var list = $"activity-executions/list?WorkflowInstanceId={instance}";
        for (var attempt = 0; ; attempt++)
        {
            using var answer = await client.GetAsync(list);
            if (answer.IsSuccessStatusCode)
            {
                using var executions = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
                var last = executions.RootElement.GetProperty("items").EnumerateArray().Last();
                return ViewerQuestions.About(
                    instance,
                    last.GetProperty("id").GetString()!,
                    last.GetProperty("activityNodeId").GetString()!
                );
            }

            if (attempt == 600)
            {
                throw new InvalidOperationException("The workflow did not run.");
            }

            await Task.Delay(100);
        }
    }
}
