using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Workflows.Host.Tests.Elsa;

/// <summary>What an operator changes about instances, and instances that come from elsewhere.</summary>
public sealed class AlterationTests(ElsaHost elsa) : IClassFixture<ElsaHost>
{
    [Fact]
    public async Task Retry_AfterTheCauseIsMended_BringsTheInstanceBackToLife()
    {
        var id = await FailAsync("mended");

        var refused = await RetryAsync(Guid.NewGuid().ToString("N"));
        Assert.False(refused.GetProperty("isSuccessful").GetBoolean());
        var results = await elsa.PostAsync(
            "/alterations/run",
            new
            {
                workflowInstanceIds = new[] { id },
                alterations = new object[]
                {
                    new
                    {
                        type = "ModifyVariable",
                        variableId = "v1",
                        value = false,
                    },
                    new { type = "ScheduleActivity", activityId = "risky" },
                },
            }
        );

        Assert.True(results.GetProperty("results")[0].GetProperty("isSuccessful").GetBoolean());
        await WhenAsync(id, "Suspended");
        var instance = await elsa.GetAsync($"/workflow-instances/{id}");
        Assert.Equal(0, instance.GetProperty("workflowState").GetProperty("incidents").GetArrayLength());

        // It waits as one that never failed: the event finds it.
        using var accepted = await elsa.SendAsync("/events/mended-event/trigger", "{}");
        await WhenAsync(id, "Finished");
    }

    [Fact]
    public async Task Retry_WhatStillFails_FailsAgain()
    {
        var id = await FailAsync("hopeless");

        Assert.True((await RetryAsync(id)).GetProperty("isSuccessful").GetBoolean());

        await UntilAsync(id, journal => journal.Count(line => line is "Faulted") == 2);
        await WhenAsync(id, "Faulted");
    }

    [Fact]
    public async Task CancelActivity_ThatWaits_LetsTheFlowchartEnd()
    {
        var id = await elsa.RunAsync(await elsa.PublishAsync("skipped", "skipped-event"));

        await RunAsync(id, new { type = "CancelActivity", activityId = "wait" });

        await WhenAsync(id, "Finished");
    }

    [Theory]
    [InlineData("""{"type":"Migrate","targetVersion":2}""")]
    [InlineData("""{"type":"ModifyVariable","variableId":"nobody","value":1}""")]
    [InlineData("""{"type":"ScheduleActivity","activityId":"nobody"}""")]
    [InlineData("""{"type":"Turn it upside down"}""")]
    public async Task Run_WhatCannotBeDone_IsRefusedAndNothingChanges(string alteration)
    {
        var id = await elsa.RunAsync(await elsa.PublishAsync("refused", "refused-event"));

        var result = await RunAsync(id, JsonElement.Parse(alteration), new { type = "Cancel" });

        Assert.False(result.GetProperty("isSuccessful").GetBoolean());
        Assert.NotEmpty(result.GetProperty("log").GetProperty("logEntries").EnumerateArray());
        await WhenAsync(id, "Suspended");
    }

    [Fact]
    public async Task Plan_WithAFilter_IsForWhatItMeans()
    {
        var id = await elsa.RunAsync(await elsa.PublishAsync("planned", "planned-event"));
        var filter = new { definitionIds = new[] { "planned" } };

        var nobody = await elsa.PostAsync("/alterations/dry-run", new { });
        var found = await elsa.PostAsync("/alterations/dry-run", filter);
        var plan = await elsa.PostAsync(
            "/alterations/submit",
            new { alterations = new[] { new { type = "Cancel" } }, filter }
        );

        Assert.Equal(0, nobody.GetProperty("workflowInstanceIds").GetArrayLength());
        Assert.Equal(id, Assert.Single(found.GetProperty("workflowInstanceIds").EnumerateArray()).GetString());
        Assert.True(Guid.TryParse(plan.GetProperty("planId").GetString(), out _));
        await WhenAsync(id, "Cancelled");
    }

    [Fact]
    public async Task Run_WithoutAlterations_IsBadRequest()
    {
        using var run = await elsa.SendAsync("/alterations/run", new { });
        using var submit = await elsa.SendAsync("/alterations/submit", new { });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (run.StatusCode, submit.StatusCode));
    }

    [Fact]
    public async Task Export_OfAWaitingInstance_LivesOnWhereItIsImported()
    {
        var id = await elsa.RunAsync(await elsa.PublishAsync("moved", "moved-event"));
        using var file = await elsa.AskAsync($"/workflow-instances/{id}/export");
        var content = await file.Content.ReadAsByteArrayAsync();
        using var deleted = await elsa.DeleteAsync($"/workflow-instances/{id}");

        var (status, answer) = await ImportAsync(content);
        Assert.Equal((HttpStatusCode.OK, 1), (status, answer.GetProperty("imported").GetInt32()));
        await WhenAsync(id, "Suspended");
        var (again, _) = await ImportAsync(content);
        Assert.Equal(HttpStatusCode.OK, again);

        using var accepted = await elsa.SendAsync("/events/moved-event/trigger", "{}");
        await WhenAsync(id, "Finished");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("nonsense")]
    [InlineData("""{"workflowState":{"definitionId":"nowhere","definitionVersion":1},"state":"AAAA"}""")]
    [InlineData("""{"workflowState":{"definitionId":"importer","definitionVersion":1}}""")]
    [InlineData("""{"workflowState":{"definitionId":"importer","definitionVersion":1},"state":"AQIDBAUGBwgJ"}""")]
    public async Task Import_OfSomethingElse_IsRefused(string content)
    {
        await elsa.PublishAsync("importer", "importer-event");

        var (status, answer) = await ImportAsync(Encoding.UTF8.GetBytes(content));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEmpty(answer.GetProperty("errors").GetProperty("generalErrors").EnumerateArray());
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> ImportAsync(byte[] content)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        form.Add(file, "files", "instance.json");
        using var response = await elsa.Host.Client.PostAsync("/elsa/api/bulk-actions/import/workflow-instances", form);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>An instance that fails at "risky" as long as its variable says so, and then would wait for an event.</summary>
    private async Task<string> FailAsync(string definition)
    {
        var model = ElsaHost.Waiting(definition, $"{definition}-event");
        model["variables"]![0]!["typeName"] = "Boolean";
        model["variables"]![0]!["value"] = "true";
        var risky = model["root"]!["activities"]![0]!;
        risky["id"] = "risky";
        risky["text"]!["expression"]!["type"] = "JavaScript";
        risky["text"]!["expression"]!["value"] = "if (getGreeting()) { throw new Error('no') } 'fine'";
        model["root"]!["connections"]![0]!["source"]!["activity"] = "risky";
        await elsa.PostAsync("/workflow-definitions", new { model, publish = true });
        var id = await elsa.RunAsync(definition);
        await WhenAsync(id, "Faulted");
        return id;
    }

    private async Task<JsonElement> RetryAsync(string id) =>
        (await elsa.PostAsync("/alterations/workflows/retry", new { workflowInstanceIds = new[] { id } })).GetProperty(
            "results"
        )[0];

    private async Task<JsonElement> RunAsync(string id, params object[] alterations) =>
        (await elsa.PostAsync("/alterations/run", new { workflowInstanceIds = new[] { id }, alterations })).GetProperty(
            "results"
        )[0];

    private async Task WhenAsync(string id, string subStatus)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            using var response = await elsa.AskAsync($"/workflow-instances/{id}/execution-state");
            var text = await response.Content.ReadAsStringAsync();
            if (
                response.IsSuccessStatusCode
                && JsonElement.Parse(text).GetProperty("workflowSubStatus").ValueEquals(subStatus)
            )
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"The instance did not become {subStatus}.");
    }

    private async Task UntilAsync(string id, Func<IEnumerable<string>, bool> holds)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var journal = await elsa.GetAsync($"/workflow-instances/{id}/journal");
            if (
                holds(
                    journal
                        .GetProperty("items")
                        .EnumerateArray()
                        .Select(line => line.GetProperty("eventName").GetString()!)
                )
            )
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("The journal did not get there.");
    }
}
