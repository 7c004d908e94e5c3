using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

public sealed class PlacesEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Stores_SavedByTheApi_AreFoundByPosition()
    {
        using var near = await PutAsync(
            "/api/stores/near",
            """{"name":"近","position":{"latitude":-40,"longitude":170}}"""
        );
        using var far = await PutAsync(
            "/api/stores/far",
            """{"name":"远","position":{"latitude":-40.01,"longitude":170},"hours":{"week":[]}}"""
        );
        near.EnsureSuccessStatusCode();
        far.EnsureSuccessStatusCode();

        var page = await host.Client.GetFromJsonAsync<JsonElement>(
            "/api/stores/nearest?latitude=-40&longitude=170&radius=2000"
        );

        Assert.Equal(
            [("near", 0, true), ("far", 1112, false)],
            page.GetProperty("items")
                .EnumerateArray()
                .Select(item =>
                    (
                        item.GetProperty("store").GetProperty("id").GetString(),
                        item.GetProperty("distance").GetInt32(),
                        item.GetProperty("isOpen").GetBoolean()
                    )
                )
        );
    }

    [Fact]
    public async Task Store_WithItsWaysOfFulfilment_SaysThemAgain()
    {
        using var saved = await PutAsync(
            "/api/stores/ways",
            """{"name":"w","fulfilment":{"pickup":true,"delivery":true,"deliveryRadius":2500}}"""
        );
        saved.EnsureSuccessStatusCode();

        var store = await host.Client.GetFromJsonAsync<JsonElement>("/api/stores/ways");

        Assert.Equal(
            """{"pickup":true,"delivery":true,"deliveryRadius":2500}""",
            store.GetProperty("fulfilment").GetRawText()
        );
    }

    [Fact]
    public async Task StaffAndGroups_SavedByTheApi_ComeBackWithDefaults()
    {
        using var staff = await PutAsync("/api/staff/zhang", """{"name":"张三","storeId":"near","load":7}""");
        using var group = await PutAsync(
            "/api/groups/g1",
            """{"name":"宝妈群","persona":"baby-0-6","family":"baby"}"""
        );
        staff.EnsureSuccessStatusCode();
        group.EnsureSuccessStatusCode();

        var member = await host.Client.GetFromJsonAsync<JsonElement>("/api/staff/zhang");
        Assert.Equal((5000, 0), (member.GetProperty("capacity").GetInt32(), member.GetProperty("load").GetInt32()));
        var chat = await host.Client.GetFromJsonAsync<JsonElement>("/api/groups/g1");
        Assert.Equal(
            ("Community", 200),
            (chat.GetProperty("purpose").GetString(), chat.GetProperty("capacity").GetInt32())
        );
    }

    [Fact]
    public async Task Groups_OfABotThatIsFull_AreRefusedAndGoToAnother()
    {
        for (var number = 0; number < 200; number++)
        {
            using var taken = await PutAsync($"/api/groups/bot-{number}", """{"name":"群","botId":"full"}""");
            taken.EnsureSuccessStatusCode();
        }

        await RunningHost.ProblemAsync(await PutAsync("/api/groups/one-more", """{"name":"群","botId":"full"}"""), 409);
        using var group = await PutAsync("/api/groups/one-more", """{"name":"群"}""");
        await RunningHost.ProblemAsync(await host.PostAsync("/api/groups/one-more/bot", """{"bots":["full"]}"""), 409);
        using var given = await host.PostAsync("/api/groups/one-more/bot", """{"bots":["full","free"]}""");
        var body = await given.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("free", body.GetProperty("botId").GetString());
        await RunningHost.ProblemAsync(await host.PostAsync("/api/groups/nobody/bot", """{"bots":[]}"""), 404);
    }

    [Theory]
    [InlineData("/api/stores/x", """{"name":""}""", 422)]
    [InlineData("/api/stores/x", """{"name":"x","position":{"latitude":91,"longitude":0}}""", 422)]
    [InlineData("/api/stores/x", """{"name":"x","fulfilment":{"pickup":true,"deliveryRadius":500}}""", 422)]
    [InlineData("/api/stores/x", """{"name":"x","hours":{"week":[{"day":"Noday"}]}}""", 400)]
    [InlineData("/api/staff/x", """{"name":"x","capacity":-1}""", 422)]
    [InlineData("/api/groups/x", """{"name":"x","purpose":"Flash"}""", 422)]
    [InlineData("/api/groups/x", "[", 400)]
    public async Task Put_WhatCannotBeKept_IsAProblem(string path, string body, int status) =>
        await RunningHost.ProblemAsync(await PutAsync(path, body), status);

    [Theory]
    [InlineData("/api/stores/nobody", 404)]
    [InlineData("/api/staff/nobody", 404)]
    [InlineData("/api/groups/nobody", 404)]
    [InlineData("/api/stores?limit=0", 400)]
    [InlineData("/api/stores/nearest?latitude=91&longitude=0", 400)]
    [InlineData("/api/stores/nearest?latitude=x&longitude=0", 400)]
    public async Task Get_WhatIsNotThere_IsAProblem(string path, int status) =>
        await RunningHost.ProblemAsync(await host.Client.GetAsync(path), status);

    private Task<HttpResponseMessage> PutAsync(string path, string body) =>
        host.Client.PutAsync(path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
}
