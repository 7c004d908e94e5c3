using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.GroupBuy;
using Workflows.Runtime.Triggers;
using Workflows.Storage.Users;

namespace Workflows.Host.Tests.Api;

/// <summary>What the shop asks of a group-buy, and what it is told.</summary>
public sealed class GroupBuyEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Shop_OpensJoinsAndIsRefused_AsTheTeamAllows()
    {
        await PublishAsync("tea");

        var opened = await PostAsync("/api/group-buys/tea/teams", Seat("a1", "o-1", 1.5m));
        Assert.Equal(HttpStatusCode.Created, opened.Status);
        var team = $"/api/group-buy-teams/{opened.Body.GetProperty("id").GetString()}";
        Assert.Equal(("Open", 1), (Text(opened, "state"), opened.Body.GetProperty("missing").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/api/group-buys/tea/teams", Seat("a1", "o-1", 1.5m))).Status);

        Assert.Equal("already-in", await ReasonAsync(team, Seat("a2", "o-1", 2m)));
        Assert.Equal("wrong-price", await ReasonAsync(team, Seat("a2", "o-2", 1.5m)));
        var joined = await PostAsync($"{team}/seats", Seat("a2", "o-2", 2m));
        Assert.Equal((HttpStatusCode.Created, "Succeeded"), (joined.Status, Text(joined, "state")));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"{team}/seats", Seat("a2", "o-2", 2m))).Status);
        Assert.Equal("key-taken", await ReasonAsync(team, Seat("a2", "o-3", 2m)));
        Assert.Equal("full", await ReasonAsync(team, Seat("a3", "o-3", 2m)));

        var figures = await host.Client.GetFromJsonAsync<JsonElement>("/api/group-buys/tea");
        var size = Assert.Single(figures.GetProperty("sizes").EnumerateArray().ToList());
        Assert.Equal((1, 1), (size.GetProperty("succeeded").GetInt32(), size.GetProperty("newCustomers").GetInt32()));
    }

    [Fact]
    public async Task Shop_Refunds_SucceedTheLeaderAndAreCommandsUntilConfirmed()
    {
        await PublishAsync("coffee");
        var opened = await PostAsync("/api/group-buys/coffee/teams", Seat("b1", "b-1", null));
        var team = $"/api/group-buy-teams/{opened.Body.GetProperty("id").GetString()}";

        var left = await PostAsync($"{team}/refunds", new { order = "order-b1" });

        Assert.Equal((HttpStatusCode.OK, "Expired"), (left.Status, Text(left, "state")));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"{team}/refunds", new { order = "order-b1" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"{team}/refunds", new { order = "nobody's" })).Status);
        var due = await host.Client.GetFromJsonAsync<JsonElement>("/api/group-buy-refunds");
        var refund = Assert.Single(
            due.EnumerateArray().ToList(),
            one => one.GetProperty("campaign").GetString() is "coffee"
        );
        Assert.Equal(
            (1.5m, "Returned"),
            (refund.GetProperty("amount").GetDecimal(), refund.GetProperty("reason").GetString())
        );
        var keys = new[] { refund.GetProperty("key").GetString() };
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await PostAsync("/api/group-buy-refunds/confirm", new { keys })).Status
        );
        due = await host.Client.GetFromJsonAsync<JsonElement>("/api/group-buy-refunds");
        Assert.DoesNotContain(due.EnumerateArray(), one => one.GetProperty("campaign").GetString() is "coffee");
        Assert.Equal(0m, await host.Services.GetRequiredService<ILedger>().SumAsync(1, default));
    }

    [Fact]
    public async Task Lot_IsCommittedBeforeAndCanBeCheckedAfter()
    {
        await PublishAsync("cake");
        var opened = await PostAsync("/api/group-buys/cake/teams", Seat("c1", "c-1", null));
        var id = opened.Body.GetProperty("id").GetString()!;
        await PostAsync($"/api/group-buy-teams/{id}/seats", Seat("c2", "c-2", null));
        var commitment = opened.Body.GetProperty("lot").GetProperty("commitment").GetString();
        Assert.False(opened.Body.GetProperty("lot").TryGetProperty("seed", out _));
        var desk = host.Services.GetRequiredService<GroupBuyDesk>();
        await desk.SettleAsync(Guid.Parse(id), DateTimeOffset.UtcNow, default);
        await desk.DrawAsync(Guid.Parse(id), 0.5, 1, DateTimeOffset.UtcNow, default);

        var lot = (await host.Client.GetFromJsonAsync<JsonElement>($"/api/group-buy-teams/{id}")).GetProperty("lot");

        // As docs/group-buy.md says, without the product.
        var seed = lot.GetProperty("seed").GetString();
        Assert.Equal(commitment, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed!))));
        var winners = new[] { 1, 2 }
            .Select(seat => (Seat: seat, Hash: SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{id}\n{seat}"))))
            .Select(one => (one.Seat, Number: (BitConverter.ToUInt64(one.Hash) >> 11) / Math.Pow(2, 53)))
            .Where(one => one.Number < 0.5)
            .OrderBy(one => one.Number)
            .Take(1)
            .Select(one => one.Seat);
        Assert.Equal(winners, lot.GetProperty("winners").EnumerateArray().Select(seat => seat.GetInt32()));
    }

    [Fact]
    public async Task Requests_ThatCannotBeUnderstoodOrAllowed_AreRefused()
    {
        await PublishAsync("milk");
        using var viewer = await host.ClientOfAsync(Role.Viewer);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await PostAsync("/api/group-buys/none/teams", Seat("x", "x", null))).Status
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await PostAsync($"/api/group-buy-teams/{Guid.Empty}/seats", Seat("x", "x", null))).Status
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await PostAsync(
                    "/api/group-buys/milk/teams",
                    new
                    {
                        key = "",
                        order = "o",
                        contact = new { openid = "x" },
                    }
                )
            ).Status
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (
                await PostAsync(
                    "/api/group-buys/milk/teams",
                    new
                    {
                        key = "k",
                        order = "o",
                        contact = new { email = "x" },
                    }
                )
            ).Status
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await PostAsync("/api/group-buys/milk/teams", new { key = "k", order = "o" })).Status
        );
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (
                await PostAsync(
                    "/api/group-buys/milk/teams",
                    new
                    {
                        key = "k",
                        order = "o",
                        contact = new { openid = "" },
                    }
                )
            ).Status
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await PostAsync("/api/group-buy-refunds/confirm", new { keys = new[] { "x" } })).Status
        );
        using var forbidden = await viewer.PostAsJsonAsync("/api/group-buys/milk/teams", Seat("x", "x", null));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    private async Task PublishAsync(string campaign)
    {
        using var published = await host.Client.PostAsync(
            "/api/definitions?publish=true",
            new StringContent(Journey(campaign), Encoding.UTF8, "application/json")
        );
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
        await host.Services.GetRequiredService<TriggerFeed>().RefreshAsync(default);
    }

    /// <summary>Two make a team; the leader pays 1.5, the other 2.</summary>
    private static string Journey(string campaign)
    {
        (string Id, string Type)[] blocks =
        [
            ("begin", "GroupBuyCampaign"),
            ("wait", "WaitForTeamResult"),
            ("settle", "SettleGroupBuy"),
            ("refund", "RefundGroupBuy"),
        ];
        return JsonSerializer.Serialize(
            new
            {
                definitionId = $"buy-{campaign}",
                name = campaign,
                version = 1,
                variables = new[]
                {
                    new
                    {
                        id = "v1",
                        name = "Team",
                        typeName = "String",
                    },
                },
                root = new
                {
                    id = "flow",
                    type = "Elsa.Flowchart",
                    version = 1,
                    activities = blocks.Select(block => Block(block.Id, block.Type, campaign)),
                    connections = new[]
                    {
                        Line("begin", "Done", "wait"),
                        Line("wait", "Succeeded", "settle"),
                        Line("wait", "Expired", "refund"),
                    },
                },
            }
        );
    }

    private static Dictionary<string, object> Block(string id, string type, string campaign)
    {
        var block = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["type"] = $"Marketing.{type}",
            ["version"] = 1,
            ["customProperties"] = new { canStartWorkflow = id is "begin" },
        };
        if (id is not "begin")
        {
            block["team"] = Input("String", "Liquid", "{{ Variables.Team }}");
            return block;
        }

        block["campaign"] = Input("String", "Literal", campaign);
        block["singlePrice"] = Input("Decimal", "Literal", "3");
        block["memberPrice"] = Input("Decimal", "Literal", "2");
        block["leaderPrice"] = Input("Decimal", "Literal", "1.5");
        block["size"] = Input("Int32", "Literal", "2");
        block["team"] = new { typeName = "Object", memoryReference = new { id = "v1" } };
        return block;
    }

    private static object Input(string type, string notation, string value) =>
        new { typeName = type, expression = new { type = notation, value } };

    private static object Line(string from, string port, string to) =>
        new { source = new { activity = from, port }, target = new { activity = to, port = "In" } };

    private static object Seat(string key, string customer, decimal? paid) =>
        new
        {
            key,
            contact = new { openid = customer },
            order = $"order-{key}",
            paid,
        };

    private static string? Text((HttpStatusCode Status, JsonElement Body) answer, string member) =>
        answer.Body.GetProperty(member).GetString();

    private async Task<string?> ReasonAsync(string team, object seat)
    {
        var answer = await PostAsync($"{team}/seats", seat);
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        return Text(answer, "reason");
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path, object body)
    {
        using var answer = await host.Client.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }
}
