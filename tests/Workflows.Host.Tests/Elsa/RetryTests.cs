using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflows.Host.Tests.Elsa;

/// <summary>Named retry strategies, and the retries of one execution.</summary>
public sealed class RetryTests(ElsaHost elsa) : IClassFixture<ElsaHost>
{
    [Fact]
    public async Task Strategies_AreOffered()
    {
        var strategies = await elsa.GetAsync("/resilience/strategies?category=HTTP");

        Assert.Equal(
            ["none", "default", "quick", "patient"],
            strategies.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString())
        );
    }

    [Fact]
    public async Task Retries_OfAnExecution_AreToldOneByOne()
    {
        var model = ElsaHost.Waiting("tried-again");
        var line = model["root"]!["activities"]![0]!.AsObject();
        line["type"] = "Elsa.SendHttpRequest";
        line["url"] = JsonNode.Parse("""{"expression":{"type":"Literal","value":"http://127.0.0.1:1/nobody"}}""");
        line["customProperties"] = JsonNode.Parse(
            """{"resilienceStrategy":{"mode":"Identifier","strategyId":"quick"}}"""
        );
        await elsa.PostAsync("/workflow-definitions", new { model, publish = true });
        var id = await elsa.RunAsync("tried-again");

        var retries = await RetriesAsync(id);

        var first = retries.GetProperty("items")[0];
        Assert.True(retries.GetProperty("totalCount").GetInt32() >= 1);
        Assert.Equal(1, first.GetProperty("attemptNumber").GetInt32());
        Assert.Equal("00:00:01", first.GetProperty("retryDelay").GetString());
        Assert.Equal("line", first.GetProperty("activityId").GetString());
        Assert.Contains(
            "127.0.0.1",
            first.GetProperty("details").GetProperty("error").GetString(),
            StringComparison.Ordinal
        );
        var none = await elsa.GetAsync("/resilience/retries/nobody");
        Assert.Equal(0, none.GetProperty("totalCount").GetInt32());
    }

    private async Task<JsonElement> RetriesAsync(string id)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var list = await elsa.GetAsync(
                $"/activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1:flow:line"
            );
            foreach (var execution in list.GetProperty("items").EnumerateArray())
            {
                var retries = await elsa.GetAsync($"/resilience/retries/{execution.GetProperty("id").GetString()}");
                if (retries.GetProperty("totalCount").GetInt32() > 0)
                {
                    return retries;
                }
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("Nothing was tried again.");
    }
}
