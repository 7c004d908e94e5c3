using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Ledger;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Storage.Users;

namespace Workflows.Host.Tests.Api;

public sealed class LimitEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Limits_AfterThreeSopMessages_SayHowOftenTheyStoppedOne()
    {
        var judge = host.Services.GetRequiredService<LimitJudge>();
        LimitedSend[] sends = [.. Enumerable.Range(0, 5).Select(Sop)];
        await judge.JudgeAsync(
            sends,
            host.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
            CancellationToken.None
        );

        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/limits");
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");
        using var answer = await host.Client.SendAsync(request);
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>();

        var limit = page.GetProperty("items")
            .EnumerateArray()
            .Single(item => item.GetProperty("code").ValueEquals("group_sop_daily"));
        Assert.Equal(2, limit.GetProperty("deferredToday").GetInt64());
        Assert.Equal(
            ("3", "S0-45", "article", "group", "day", "messages", "defer"),
            (
                limit.GetProperty("value").GetString(),
                limit.GetProperty("source").GetString(),
                limit.GetProperty("authority").GetString(),
                limit.GetProperty("scope").GetString(),
                limit.GetProperty("period").GetString(),
                limit.GetProperty("counts").GetString(),
                limit.GetProperty("action").GetString()
            )
        );
        Assert.Contains("客户群", limit.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_OfALimit_NamesWhoUsedHowMuch()
    {
        var judge = host.Services.GetRequiredService<LimitJudge>();
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await judge.JudgeAsync(
            [
                Sop(100) with
                {
                    Group = "used-1",
                },
                Sop(101) with
                {
                    Group = "used-1",
                },
                Sop(102) with
                {
                    Group = "used-2",
                },
            ],
            now,
            CancellationToken.None
        );

        var page = await host.Client.GetFromJsonAsync<JsonElement>("/api/limits/group_sop_daily/use?after=used-0");
        using var unknown = await host.Client.GetAsync("/api/limits/nobody/use");

        Assert.Equal(
            [("used-1", 2m), ("used-2", 1m)],
            page.GetProperty("items")
                .EnumerateArray()
                .Select(item => (item.GetProperty("scope").GetString(), item.GetProperty("used").GetDecimal()))
        );
        Assert.True(page.GetProperty("items")[0].GetProperty("freeAt").GetDateTimeOffset() > now);
        await RunningHost.ProblemAsync(unknown, 404);
    }

    [Fact]
    public async Task Publish_LimitAboveItsAdvice_TakesAnAdministrator()
    {
        using var consultant = await host.ClientOfAsync(Role.Consultant);

        Assert.Equal(HttpStatusCode.OK, await PublishAsync(consultant, "150"));
        Assert.Equal(HttpStatusCode.Forbidden, await PublishAsync(consultant, "250"));
        Assert.Equal(HttpStatusCode.OK, await PublishAsync(host.Client, "250"));
        Assert.Equal(HttpStatusCode.OK, await PublishAsync(consultant, "200"));
        using var back = await consultant.PostAsync("/api/rule-sets/contact-limits/versions/2/publish", null);
        Assert.Equal(HttpStatusCode.Forbidden, back.StatusCode);
    }

    [Fact]
    public async Task Publish_GroupBuyPolicyAboveItsAdvice_TakesAnAdministrator()
    {
        using var consultant = await host.ClientOfAsync(Role.Consultant);
        using var stream = typeof(GroupBuyPolicy).Assembly.GetManifestResourceStream("groupbuy-policy.json")!;
        using var reader = new StreamReader(stream);
        var policy = await reader.ReadToEndAsync();
        const string Most = "\"sizeMax\", \"Expression\": \"5\"";
        var larger = policy.Replace(Most, "\"sizeMax\", \"Expression\": \"10\"", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await SendAsync(consultant, policy));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(consultant, larger));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(host.Client, larger));
    }

    private static Task<HttpStatusCode> PublishAsync(HttpClient client, string groupsOfABot) =>
        SendAsync(client, LimitRuleBook.Text().Replace("\"200\"", $"\"{groupsOfABot}\"", StringComparison.Ordinal));

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, string document)
    {
        using var body = new StringContent(document, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/rule-sets", body);
        return answer.StatusCode;
    }

    private static LimitedSend Sop(int number) =>
        new()
        {
            Id = new MessageKey(1, $"sop-{number}"),
            Carrier = "Group",
            // Service, for this test may run at night.
            Purpose = "service",
            Kind = "sop",
            Group = "g",
            Journey = "care",
        };
}
