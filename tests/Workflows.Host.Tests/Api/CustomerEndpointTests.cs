using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Host.Tests.WeCom;

namespace Workflows.Host.Tests.Api;

public sealed class CustomerEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Overview_OfAThousandEvents_ComesPageByPageAndIsErased()
    {
        var name = $"w{Guid.NewGuid():N}";
        var events = Enumerable
            .Range(1, 999)
            .Select(n => new
            {
                source = name,
                id = $"{n}",
                type = "link.clicked",
                at = DateTimeOffset.UnixEpoch.AddDays(n),
                contact = new { external_userid = name },
            });
        using var accepted = await host.Client.PostAsJsonAsync("/api/events", events);
        accepted.EnsureSuccessStatusCode();
        using var known = await host.PostAsync(
            "/api/events",
            $$$"""
            [{"source":"crm","id":"{{{name}}}","type":"contact.imported","at":"1970-01-01T00:00:00Z",
              "contact":{"external_userid":"{{{name}}}"},"data":{"tags":["vip"],"attributes":{"need":"oily skin"} } }]
            """
        );
        known.EnsureSuccessStatusCode();
        var found = await ReadAsync($"/api/contacts?kind=external_userid&identity={name}");
        var id = found.GetProperty("items")[0].GetProperty("id").GetGuid();

        await Eventually.TrueAsync(async () => Tags(await ReadAsync($"/api/contacts/{id}/360?limit=1")).Any());

        var started = Stopwatch.GetTimestamp();
        var first = await ReadAsync($"/api/contacts/{id}/360?limit=400");
        var took = Stopwatch.GetElapsedTime(started);
        var next = first.GetProperty("timeline").GetProperty("next").GetString();
        var second = await ReadAsync($"/api/contacts/{id}/360?limit=1000&after={next}");
        var export = await ReadAsync($"/api/contacts/{id}/export");

        Assert.Equal(1_000, first.GetProperty("eventCount").GetInt32());
        Assert.Equal("stranger", first.GetProperty("stage").GetString());
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(["vip"], Tags(first));
        Assert.Equal(
            "oily skin",
            first.GetProperty("contact").GetProperty("attributes").GetProperty("need").GetString()
        );
        Assert.Equal((400, 600, 1_000), (Count(first), Count(second), Count(export)));
        using var erased = await host.Client.DeleteAsync($"/api/contacts/{id}");
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        await RunningHost.ProblemAsync(await host.Client.GetAsync($"/api/contacts/{id}/360"), 404);
    }

    [Fact]
    public async Task Overview_AfterUnfollowing_SaysWhereTheCustomerCanBeReached()
    {
        var name = $"reach-{Guid.NewGuid():N}";
        using var accepted = await host.PostAsync(
            "/api/events",
            $$"""
            [{"source":"oa","id":"{{name}}","type":"oa.unfollowed","at":"2026-01-01T00:00:00Z","contact":{"external_userid":"{{name}}"} },
             {"source":"crm","id":"{{name}}","type":"relation.added","at":"2026-01-01T00:00:00Z","contact":{"external_userid":"{{name}}"},"data":{"staff":"li"} }]
            """
        );
        accepted.EnsureSuccessStatusCode();
        var found = await ReadAsync($"/api/contacts?kind=external_userid&identity={name}");
        var id = found.GetProperty("items")[0].GetProperty("id").GetGuid();

        await Eventually.TrueAsync(async () =>
            (await ReadAsync($"/api/contacts/{id}/360"))
                .GetProperty("reach")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("channel").GetString()} {one.GetProperty("state").GetString()}")
                .SequenceEqual([
                    "wecom ok",
                    "official-account unfollowed",
                    "mini-program unknown",
                    "sms unknown",
                    "email unknown",
                ])
        );
    }

    [Theory]
    [InlineData("/api/contacts/0197a000-0000-7000-8000-000000000001/360", 404)]
    [InlineData("/api/contacts/0197a000-0000-7000-8000-000000000001/export", 404)]
    [InlineData("/api/contacts/0197a000-0000-7000-8000-000000000001/360?after=x", 400)]
    [InlineData("/api/contacts/0197a000-0000-7000-8000-000000000001/360?limit=0", 400)]
    [InlineData("/api/contact-merges?after=x", 400)]
    [InlineData("/api/contact-merges?state=Nothing", 400)]
    public async Task Get_WhatIsNotThere_IsAProblem(string path, int status) =>
        await RunningHost.ProblemAsync(await host.Client.GetAsync(path), status);

    [Theory]
    [InlineData("merge")]
    [InlineData("part")]
    [InlineData("refuse")]
    public async Task Decide_PairWithoutACase_Is404(string act)
    {
        var path =
            $"/api/contact-merges/0197a000-0000-7000-8000-000000000001/0197a000-0000-7000-8000-000000000002/{act}";

        await RunningHost.ProblemAsync(await host.Client.PostAsync(path, content: null), 404);
    }

    private static IEnumerable<string?> Tags(JsonElement overview) =>
        overview.GetProperty("contact").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString());

    private static int Count(JsonElement overview) =>
        overview.GetProperty("timeline").GetProperty("items").GetArrayLength();

    private async Task<JsonElement> ReadAsync(string path) => await host.Client.GetFromJsonAsync<JsonElement>(path);
}
