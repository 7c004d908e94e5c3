using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Workflows.Benchmarks.Measuring;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Segments;
using Workflows.Rules.Compilation;
using Workflows.Rules.Json;
using Workflows.Rules.Model;
using Workflows.Storage;
using Workflows.Storage.Segments;

namespace Workflows.Benchmarks.Groups;

/// <summary>
/// The lifecycle tiers, and questions about orders, events, tags and attributes, asked of 1,000,000 contacts: by one
/// query, and contact by contact in memory. Both must give the same sets.
/// </summary>
internal static partial class SegmentSets
{
    private const string Group = "segments";
    private const int AtOnce = 1_000;

    private static readonly string[] Questions =
    [
        "orders.Count(it.PaidAt >= now.AddDays(-90)) >= 2",
        "orders.Sum(it.Amount) > 500 and contact.Tags.Contains(\"vip\")",
        "events.Any(it.Type == \"clicked\" and it.At > now.AddDays(-7))",
        "contact.Text(\"city\") == \"上海\" and contact.Number(\"age\") > 30",
        "contact.LastPaidAt >= now.AddDays(-30) and contact.LastPaidAt.Value.DayOfWeek == contact.JoinedAt.DayOfWeek",
    ];

    public static async Task RunAsync(Effort effort, IReport report)
    {
        if (Environment.GetEnvironmentVariable("WORKFLOWS_TEST_POSTGRES") is not { Length: > 0 })
        {
            Console.Error.WriteLine("WORKFLOWS_TEST_POSTGRES is not set: segments need PostgreSQL.");
            return;
        }

        await using var database = await BenchmarkDatabase.All().Last()();
        await using var application = HostApplication.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Workflows:Provider"] = database.Kind.ToString(),
                ["Workflows:ConnectionString"] = database.ConnectionString,
                ["Logging:LogLevel:Default"] = "Error",
            }
        );
        await application.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        var contacts = effort.Of(1_000_000);
        var loading = Stopwatch.StartNew();
        await RandomWorkspace.FillAsync(database.ConnectionString, contacts, seed: 1);
        report.Add(
            new BenchmarkRow(Group, $"{contacts:N0} contacts drawn and copied", "s", loading.Elapsed.TotalSeconds)
        );

        var tiers = await TiersAsync();
        Segment.AllOf(tiers, out var segments);
        var questions = segments
            .Concat(Questions.Select(Condition))
            .Select(segment => new SegmentQuestion(1, segment, RandomWorkspace.Now))
            .ToArray();
        var found = new List<FoundSet>();
        foreach (var question in questions)
        {
            found.Add(await AskAsync(application.Services, question, contacts, report));
            await ExplainAsync(application.Services, question, database.ConnectionString);
        }

        var judged = await JudgeAsync(application.Services, tiers, questions, contacts, report);
        Compare(questions, found, judged);
    }

    private static async Task<FoundSet> AskAsync(
        IServiceProvider services,
        SegmentQuestion question,
        int contacts,
        IReport report
    )
    {
        var store = services.GetRequiredService<ISegmentStore>();
        var started = Stopwatch.GetTimestamp();
        var count = await store.CountAsync(question, CancellationToken.None);
        var counting = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        var found = new FoundSet();
        await foreach (var id in store.FindAsync(question, null, CancellationToken.None))
        {
            found.Add(id);
        }

        var finding = Stopwatch.GetElapsedTime(started);
        var name = question.Segment.Rule;
        report.Add(
            new BenchmarkRow(Group, $"{name}: counted ({count:N0})", "contacts/s", contacts / counting.TotalSeconds)
        );
        report.Add(
            new BenchmarkRow(Group, $"{name}: ids read in pages", "contacts/s", contacts / finding.TotalSeconds)
        );
        return count == found.Count ? found : throw new InvalidOperationException($"{name}: {count} ≠ {found.Count}");
    }

    // Reading dominates: the compiled tiers alone are timed beside it.
    private static async Task<FoundSet[]> JudgeAsync(
        IServiceProvider services,
        RuleSet tiers,
        SegmentQuestion[] questions,
        int contacts,
        IReport report
    )
    {
        var compiled = RuleSetCompiler.Compile(tiers, ContactRules.Shape).RuleSet!.For<Contact, DateTimeOffset>();
        var found = Array.ConvertAll(questions, _ => new FoundSet());
        var (reading, judging) = (TimeSpan.Zero, TimeSpan.Zero);
        var all = questions[0] with { Segment = Condition("orders.Any() or events.Any()") };
        using var factory = services.GetRequiredService<WorkflowsDbContextFactory>();
        await using var context = factory.Create();
        var store = services.GetRequiredService<ISegmentStore>();
        var everybody = questions[0] with { Segment = Condition("true") };
        await foreach (var ids in ChunksAsync(store.FindAsync(everybody, null, CancellationToken.None)))
        {
            var started = Stopwatch.GetTimestamp();
            var histories = await ContactHistories.ReadAsync(context, all, ids, CancellationToken.None);
            reading += Stopwatch.GetElapsedTime(started);
            var awake = histories.Select(history => new Contact(history.Contact)).ToArray();
            var first = new int[awake.Length];
            started = Stopwatch.GetTimestamp();
            for (var index = 0; index < awake.Length; index++)
            {
                first[index] = compiled.FirstMatch(awake[index], RandomWorkspace.Now);
            }

            judging += Stopwatch.GetElapsedTime(started);
            for (var index = 0; index < awake.Length; index++)
            {
                if (first[index] >= 0)
                {
                    found[first[index]].Add(awake[index].Id);
                }

                for (var question = compiled.Count; question < questions.Length; question++)
                {
                    if (questions[question].Segment.Holds(histories[index], RandomWorkspace.Now))
                    {
                        found[question].Add(awake[index].Id);
                    }
                }
            }
        }

        report.Add(
            new BenchmarkRow(
                Group,
                "in memory: contacts read with orders and events",
                "contacts/s",
                contacts / reading.TotalSeconds
            )
        );
        report.Add(
            new BenchmarkRow(
                Group,
                "in memory: all tiers judged, compiled",
                "contacts/s",
                contacts / judging.TotalSeconds
            )
        );
        return found;
    }

    private static void Compare(SegmentQuestion[] questions, List<FoundSet> asked, FoundSet[] judged)
    {
        for (var index = 0; index < questions.Length; index++)
        {
            var isSame = asked[index].Is(judged[index]);
            Console.Error.WriteLine(
                $"{(isSame ? "same set" : "DIFFERENT")}  {asked[index].Count, 9:N0} contacts  {asked[index].Hash()}  {questions[index].Segment.Rule}"
            );
            if (!isSame)
            {
                throw new InvalidOperationException($"{questions[index].Segment.Rule}: the query and memory differ.");
            }
        }
    }

    private static async IAsyncEnumerable<Guid[]> ChunksAsync(IAsyncEnumerable<Guid> ids)
    {
        var chunk = new List<Guid>(AtOnce);
        await foreach (var id in ids)
        {
            chunk.Add(id);
            if (chunk.Count == AtOnce)
            {
                yield return [.. chunk];
                chunk.Clear();
            }
        }

        yield return [.. chunk];
    }

    private static async Task<RuleSet> TiersAsync()
    {
        var root = Environment.GetEnvironmentVariable("WORKFLOWS_HOME") ?? Directory.GetCurrentDirectory();
        var text = await File.ReadAllTextAsync(Path.Combine(root, "rules", "lifecycle-tiers", "rules.json"));
        return RuleSetReader.Read(text).RuleSets!.Single();
    }

    private static Segment Condition(string text) =>
        Segment.Of(new RuleSet { Name = text, Rules = [new Rule { Name = text, Expression = text }] }, text).Segment!;

    /// <summary>PostgreSQL's own plan, its first lines, on standard error.</summary>
    private static async Task ExplainAsync(IServiceProvider services, SegmentQuestion question, string connectionString)
    {
        var plan = services.GetRequiredService<ISegmentStore>().Explain(question);
        var sql = plan.Sql!;
        // The longest name first: @Value is the beginning of @Value0.
        foreach (var parameter in Parameter().Matches(sql).OrderByDescending(match => match.Groups["name"].Length))
        {
            sql = sql.Replace(
                parameter.Groups["name"].Value,
                $"'{parameter.Groups["value"].Value}'",
                StringComparison.Ordinal
            );
        }

        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand($"EXPLAIN {sql}");
        await using var reader = await command.ExecuteReaderAsync();
        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"-- {question.Segment.Rule}; {plan.Describe(default)[0]}")
        );
        for (var line = 0; line < 4 && await reader.ReadAsync(); line++)
        {
            var text = reader.GetString(0);
            Console.Error.WriteLine(text.Length > 160 ? text[..160] + "…" : text);
        }
    }

    [GeneratedRegex(
        @"^-- (?<name>@\w+)='(?<value>[^']*)'",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Parameter();
}
