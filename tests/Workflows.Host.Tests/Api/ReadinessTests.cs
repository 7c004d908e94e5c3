using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Host.Tests.Api;

/// <summary>One to many looks at what really came in, not at the drawing only (S0-21).</summary>
public sealed class ReadinessTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Validate_OneToMany_NamesWhatHasNotComeIn()
    {
        Assert.Equal("RDY001 RDY002", await FindAsync("oneToMany"));
        Assert.Equal("", await FindAsync("service"));

        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await OrderAsync("old", now.AddDays(-31));
        Assert.Equal("RDY001 RDY002", await FindAsync("oneToMany"));
        await OrderAsync("new", now.AddDays(-29));
        Assert.Equal("RDY002", await FindAsync("oneToMany"));

        var ways = host.Services.GetRequiredService<IWayStore>();
        var way = new Way(new WaySpec("store", WayKind.Contact) { Staff = ["li"] }, now);
        await ways.TryBeginAsync(1, way, default);
        // It is begun and not made yet.
        Assert.Equal("RDY002", await FindAsync("oneToMany"));
        await ways.SaveAsync(1, way with { Reference = "c1", Address = "https://wework.qpic.cn/1" }, default);
        Assert.Equal("", await FindAsync("oneToMany"));
    }

    private async Task OrderAsync(string id, DateTimeOffset at)
    {
        using var answer = await host.Client.PostAsJsonAsync(
            "/api/events",
            new[]
            {
                new
                {
                    source = "shop",
                    id,
                    type = "order.paid",
                    at,
                    contact = new { phone = "13800000001" },
                    data = new { amount = 9 },
                },
            }
        );
        answer.EnsureSuccessStatusCode();
    }

    private async Task<string> FindAsync(string play)
    {
        var journey = $$"""
            {"definitionId":"many","name":"many","customProperties":{"play":"{{play}}"},
             "root":{"id":"flow","type":"Elsa.Flowchart","version":1,"connections":[],
              "activities":[{"id":"in","type":"Marketing.QrScanned","version":1,"customProperties":{"canStartWorkflow":true} }]} }
            """;
        using var answer = await host.Client.PostAsync(
            "/api/definitions/validate",
            new StringContent(journey, Encoding.UTF8, "application/json")
        );
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return string.Join(
            ' ',
            said.GetProperty("diagnostics")
                .EnumerateArray()
                .Select(found => found.GetProperty("code").GetString()!)
                .Where(code => code.StartsWith("RDY", StringComparison.Ordinal))
        );
    }
}
