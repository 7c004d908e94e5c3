using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;

namespace Workflows.Host.Tests.Commands;

/// <summary><c>segments count|list|explain</c> over a workspace with three customers.</summary>
public sealed class SegmentsCommandTests : IAsyncLifetime
{
    private const string Bought = "orders.Count(it.PaidAt >= now.AddDays(-30)) >= 1";
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string _data = Directory.CreateTempSubdirectory("workflows-segments-").FullName;

    public async Task InitializeAsync()
    {
        await using var application = HostApplication.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Workflows:Data"] = _data }
        );
        await HostStart.OpenDatabaseAsync(application.Services, CancellationToken.None);
        await application
            .Services.GetRequiredService<IContactStore>()
            .AcceptAsync(
                Tenants.Default,
                [
                    Event("1", "ann", "order.paid", 3),
                    Event("2", "bob", "order.paid", 90),
                    Event("3", "cai", "clicked", 1),
                ],
                Now,
                CancellationToken.None
            );
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_data, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Count_OfACondition_CountsWhomItHoldsFor()
    {
        var answer = await RunAsync("count", "--where", Bought, "--json");

        var line = Assert.Single(answer.Json().GetProperty("segments").EnumerateArray());
        Assert.Equal(1, line.GetProperty("contacts").GetInt32());
        Assert.True(line.GetProperty("inOneQuery").GetBoolean());
    }

    [Fact]
    public async Task Count_OfARuleFile_CountsEveryRuleAsAJourneyWouldDecide()
    {
        using var rules = Tiers();

        var first = await RunAsync("count", rules.Path, "--json");
        var all = await RunAsync("count", rules.Path, "--holds", "--json");

        Assert.Equal([1, 1, 1], Counts(first));
        Assert.Equal([1, 2, 3], Counts(all));
    }

    [Fact]
    public async Task Count_OfAPublishedRuleSet_FindsItByName()
    {
        await Shell.RunAsync("import", Path.Combine(Repository.Root, "rules", "lifecycle-tiers"), "--data", _data);

        var answer = await RunAsync("count", "lifecycle-tiers", "--lang", "zh");

        Assert.Equal(0, answer.Code);
        Assert.Contains("客户数", answer.Output, StringComparison.Ordinal);
        Assert.Contains("一条 SQL", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_PageByPage_EndsWithoutNext()
    {
        var first = (await RunAsync("list", "--where", "true", "--limit", "2", "--json")).Json();
        var next = first.GetProperty("next").GetString()!;
        var second = (await RunAsync("list", "--where", "true", "--limit", "2", "--after", next, "--json")).Json();

        Assert.Equal(
            (2, 1),
            (first.GetProperty("items").GetArrayLength(), second.GetProperty("items").GetArrayLength())
        );
        Assert.False(second.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Explain_SaysWhatStaysInMemoryAndWhy()
    {
        var answer = await RunAsync(
            "explain",
            "--where",
            $"{Bought} and contact.JoinedAt.Year == 2026",
            "--lang",
            "en"
        );

        Assert.Equal(0, answer.Code);
        Assert.Contains(
            "SQL: orders.Count(it.PaidAt >= now.AddDays(-30)) >= 1",
            answer.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("memory: contact.JoinedAt.Year == 2026", answer.Output, StringComparison.Ordinal);
        Assert.Contains("SELECT", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("count", "Give either RULES or --where TEXT.")]
    [InlineData("count nothing", "'nothing' is neither a file nor a rule set")]
    [InlineData("count --where contact.Nothing", "--where: column 9: error EXP")]
    [InlineData("list --where true --limit 0", "--limit: 0 is not a number from 1 to 1000.")]
    [InlineData("list --where true --after x", "'x' is not the id of a contact.")]
    [InlineData("list --where true --rule other", "no enabled rule 'other'")]
    [InlineData("count --where true --as-of soon", "'soon' is not a date")]
    public async Task Segments_BadInput_IsOneLine(string arguments, string expected) =>
        (await RunAsync(arguments.Split(' '))).IsBadInput(expected);

    [Fact]
    public async Task List_OfSeveralRules_AsksWhich()
    {
        using var rules = Tiers();

        (await RunAsync("list", rules.Path)).IsBadInput("recent, ever, rest");
    }

    private Task<Shell.Answer> RunAsync(params string[] arguments) =>
        Shell.RunAsync([
            "segments",
            .. arguments,
            .. arguments.Contains("--as-of") ? Array.Empty<string>() : ["--as-of", "2026-06-01T00:00:00Z"],
            "--data",
            _data,
        ]);

    private static int[] Counts(Shell.Answer answer) =>
        [
            .. answer
                .Json()
                .GetProperty("segments")
                .EnumerateArray()
                .Select(line => line.GetProperty("contacts").GetInt32()),
        ];

    private static TemporaryFile Tiers() =>
        new(
            """
            {"WorkflowName":"buyers","Rules":[
              {"RuleName":"recent","Expression":"orders.Any(it.PaidAt > now.AddDays(-30))"},
              {"RuleName":"ever","Expression":"orders.Any()"},
              {"RuleName":"rest","Expression":"true"}]}
            """,
            "rules.json"
        );

    private static ContactEvent Event(string id, string name, string type, int daysAgo) =>
        new(
            "shop",
            id,
            type,
            Now.AddDays(-daysAgo),
            [new ContactIdentity(IdentityKind.ExternalUserId, name)],
            """{"amount":10}"""
        );
}
