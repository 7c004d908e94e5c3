using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Alerts;

namespace Workflows.Host.Tests.Api;

/// <summary>Who deletes, exports or hands over many customers on one day is told of, once (S1-18).</summary>
public sealed class AlertEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Staff_WhoDeletesMany_IsToldOfOnceADay()
    {
        using var wrong = await host.Client.PutAsJsonAsync("/api/alerts/settings", new { mostADay = 0 });
        await RunningHost.ProblemAsync(wrong, 422);
        using var saved = await host.Client.PutAsJsonAsync(
            "/api/alerts/settings",
            new { receivers = new[] { "boss" }, mostADay = 3 }
        );
        saved.EnsureSuccessStatusCode();
        var watch = host.Services.GetRequiredService<StaffActWatch>();
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await DeleteAsync("li.wei", [1, 2, 3, 3, 3], now);
        await watch.LookAsync(default);
        Assert.Empty(await AlertsAsync("staff-deletions"));

        await DeleteAsync("li.wei", [3, 4], now);
        await watch.LookAsync(default);
        await DeleteAsync("li.wei", [4, 5, 6], now);
        await watch.LookAsync(default);

        var alert = Assert.Single(await AlertsAsync("staff-deletions"));
        Assert.Equal("boss", alert.GetProperty("receiver").GetString());
        Assert.Contains("li.wei", alert.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_WhoExportsMany_IsToldOf()
    {
        using var saved = await host.Client.PutAsJsonAsync(
            "/api/alerts/settings",
            new { receivers = new[] { "boss" }, mostADay = 3 }
        );
        saved.EnsureSuccessStatusCode();
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await SendAsync([.. Enumerable.Range(1, 4).Select(n => Event("export", n, "contact.joined", now, new { }))]);
        foreach (var n in new[] { 1, 2, 3, 3, 4 })
        {
            var contact = await host.Client.GetFromJsonAsync<JsonElement>(
                $"/api/contacts?kind=external_userid&identity=wmexport{n}"
            );
            var id = contact.GetProperty("items")[0].GetProperty("id").GetString();
            using var export = await host.Client.GetAsync($"/api/contacts/{id}/export");
            export.EnsureSuccessStatusCode();
        }

        await host.Services.GetRequiredService<StaffActWatch>().LookAsync(default);

        Assert.Single(await AlertsAsync("staff-exports"));
    }

    private Task DeleteAsync(string staff, int[] customers, DateTimeOffset now) =>
        SendAsync([
            .. customers.Distinct().Select(n => Event(staff, n, "relation.lost", now, new { staff, by = "staff" })),
        ]);

    private static object Event(string group, int n, string type, DateTimeOffset now, object data) =>
        new
        {
            source = "wecom",
            id = $"{group}-{n}",
            type,
            at = now,
            contact = new { external_userid = $"wm{group}{n}" },
            data,
        };

    private async Task SendAsync(object[] events)
    {
        using var answer = await host.Client.PostAsJsonAsync("/api/events", events);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<JsonElement[]> AlertsAsync(string kind)
    {
        var page = await host.Client.GetFromJsonAsync<JsonElement>("/api/alerts");
        return
        [
            .. page.GetProperty("items").EnumerateArray().Where(alert => alert.GetProperty("kind").ValueEquals(kind)),
        ];
    }
}
