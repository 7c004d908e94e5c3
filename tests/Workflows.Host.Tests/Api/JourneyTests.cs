using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Host.Commands;
using Workflows.Host.Documents;

namespace Workflows.Host.Tests.Api;

/// <summary>The whole way through a running host: an event, an instance, a message, its delivery.</summary>
public sealed class JourneyTests(RunningHost host) : IClassFixture<RunningHost>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        foreach (var document in Library.Of(Repository.Root).Documents())
        {
            var route = document.Kind == DocumentKind.Rules ? "/api/rule-sets" : "/api/definitions?publish=true";
            using var response = await host.PostAsync(route, document.Text);
            var answer = await response.Content.ReadAsStringAsync();
            // Journeys of the library that speak on channels this host does not have are refused for exactly that.
            Assert.True(response.IsSuccessStatusCode || answer.Contains("JRN002", StringComparison.Ordinal), answer);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Order_OfANewContact_ArrivesAtTheWebhookOnce()
    {
        var contact = await OrderAsync("delivered");

        var message = await WaitAsync($"/api/messages?contact={contact}", item => Text(item, "state") is "Delivered");

        Assert.Equal("first", Text(message, "template"));
        var received = Assert.Single(
            host.Webhook.Received,
            got => got.Body.Contains(contact.ToString(), StringComparison.Ordinal)
        );
        Assert.Equal(Text(message, "key"), received.Key);
    }

    [Fact]
    public async Task Order_OfANewContact_ShowsInTheContactAndTheJournal()
    {
        var contact = await OrderAsync("shown");
        var instance = await WaitAsync(
            $"/api/instances?contact={contact}",
            item => Text(item, "subStatus") is "Suspended"
        );

        var body = await host.Client.GetFromJsonAsync<JsonElement>($"/api/instances/{Text(instance, "id")}");
        var found = await host.Client.GetFromJsonAsync<JsonElement>(
            "/api/contacts?kind=external_userid&identity=shown"
        );

        Assert.Contains(
            body.GetProperty("journal").GetProperty("items").EnumerateArray(),
            line => Text(line, "activityType") is "Marketing.SendMessage" && Text(line, "event") is "Completed"
        );
        Assert.Single(body.GetProperty("bookmarks").EnumerateArray());
        var only = Assert.Single(found.GetProperty("items").EnumerateArray());
        Assert.Equal("first", only.GetProperty("attributes").GetProperty("tier").GetString());
        Assert.Equal(1, only.GetProperty("paidOrderCount").GetInt32());
    }

    [Fact]
    public async Task Cancel_AWaitingInstance_EndsItAndASecondTimeIsRefused()
    {
        var contact = await OrderAsync("cancelled");
        var instance = await WaitAsync(
            $"/api/instances?contact={contact}",
            item => Text(item, "subStatus") is "Suspended"
        );
        var route = $"/api/instances/{Text(instance, "id")}/cancel";

        using var response = await host.PostAsync(route, "{}");
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await WaitAsync($"/api/instances?contact={contact}", item => Text(item, "subStatus") is "Cancelled");

        await RunningHost.ProblemAsync(await host.PostAsync(route, "{}"), 409);
    }

    [Fact]
    public async Task DeadLetter_Retried_IsDelivered()
    {
        host.Webhook.Refuses = "refused-customer";
        var contact = await OrderAsync("refused-customer");
        var dead = await WaitAsync($"/api/messages?contact={contact}", item => Text(item, "state") is "Dead");
        Assert.Contains("400", Text(dead, "lastError")!, StringComparison.Ordinal);

        host.Webhook.Refuses = null;
        using var retry = await host.PostAsync(
            "/api/messages/retry",
            JsonSerializer.Serialize(new { keys = new[] { Text(dead, "key") } })
        );

        Assert.Equal(HttpStatusCode.OK, retry.StatusCode);
        await WaitAsync($"/api/messages?contact={contact}", item => Text(item, "state") is "Delivered");
    }

    [Theory]
    [InlineData("{\"keys\":[]}", 400)]
    [InlineData("{}", 400)]
    [InlineData("{\"keys\":7}", 400)]
    [InlineData("{\"keys\":[\"no such key\"]}", 404)]
    public async Task Retry_OfNothing_IsAProblem(string body, int status) =>
        await RunningHost.ProblemAsync(await host.PostAsync("/api/messages/retry", body), status);

    [Theory]
    [InlineData("/api/instances?subStatus=Flying", "Flying")]
    [InlineData("/api/instances?limit=0", "limit")]
    [InlineData("/api/instances?limit=1001", "limit")]
    [InlineData("/api/instances?after=yesterday", "after")]
    [InlineData("/api/instances?contact=me", "me")]
    [InlineData("/api/messages?state=Lost", "Lost")]
    [InlineData("/api/messages?after=-1", "after")]
    [InlineData("/api/contacts?kind=fax&identity=1", "kind")]
    [InlineData("/api/contacts?after=x", "after")]
    public async Task Get_WithAWrongValue_Is400AndSaysWhich(string route, string named)
    {
        var problem = await RunningHost.ProblemAsync(await host.Client.GetAsync(route), 400);

        Assert.Contains(named, problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/instances/00000000-0000-0000-0000-000000000001")]
    [InlineData("/api/instances/00000000-0000-0000-0000-000000000001/journal")]
    [InlineData("/api/contacts/00000000-0000-0000-0000-000000000001")]
    [InlineData("/api/instances/not-an-id")]
    public async Task Get_Unknown_Is404(string route) =>
        await RunningHost.ProblemAsync(await host.Client.GetAsync(route), 404);

    [Fact]
    public async Task Instances_InPages_ComeEachOnceNewestFirst()
    {
        foreach (var name in (string[])["page-a", "page-b", "page-c"])
        {
            var contact = await OrderAsync(name);
            await WaitAsync($"/api/instances?contact={contact}", item => Text(item, "subStatus") is "Suspended");
        }

        var seen = new List<string>();
        var route = "/api/instances?limit=2";
        for (string? after = ""; after is not null; )
        {
            var page = await host.Client.GetFromJsonAsync<JsonElement>($"{route}&after={after}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => Text(item, "id")!));
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        Assert.True(seen.Count >= 3);
        Assert.Equal(
            seen.Distinct(StringComparer.Ordinal).OrderDescending(StringComparer.Ordinal),
            seen,
            StringComparer.Ordinal
        );
    }

    private async Task<Guid> OrderAsync(string customer)
    {
        var order =
            $$$"""{"source":"shop","id":"order-of-{{{customer}}}","type":"order.paid","at":"2026-01-01T00:00:00+08:00","contact":{"external_userid":"{{{customer}}}"},"data":{"quantity":1,"amount":1.5}}""";
        using var response = await host.PostAsync(
            "/api/events",
            order.Replace("2026-01-01T00:00:00+08:00", DateTimeOffset.UtcNow.ToString("O"), StringComparison.Ordinal)
        );
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("contactId").GetGuid();
    }

    private async Task<JsonElement> WaitAsync(string route, Func<JsonElement, bool> isThere)
    {
        for (var attempt = 0; attempt < 2_400; attempt++)
        {
            var page = await host.Client.GetFromJsonAsync<JsonElement>(route);
            foreach (var item in page.GetProperty("items").EnumerateArray().Where(isThere))
            {
                return item;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"{route} never showed what was expected.");
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) ? value.ToString() : null;
}
