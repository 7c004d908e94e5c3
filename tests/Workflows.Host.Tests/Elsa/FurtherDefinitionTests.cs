using System.Net;
using System.Net.Http.Json;

namespace Workflows.Host.Tests.Elsa;

/// <summary>Calls about definitions that the Studio makes rarely.</summary>
public sealed class FurtherDefinitionTests(ElsaHost elsa) : IClassFixture<ElsaHost>
{
    [Fact]
    public async Task Many_ByTheirVersionIds_ComeTogether()
    {
        await elsa.PublishAsync("many-a");
        await elsa.PublishAsync("many-b");

        var many = await elsa.GetAsync("/workflow-definitions/many-by-id?ids=many-a:1&ids=many-b:1&ids=nobody:1");

        Assert.Equal(
            ["many-a", "many-b"],
            many.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("definitionId").GetString())
        );
    }

    [Fact]
    public async Task Count_IsThatOfTheWorkflows()
    {
        var before = (await elsa.GetAsync("/workflow-definitions/query/count")).GetProperty("count").GetInt32();

        await elsa.PublishAsync("counted");

        var after = (await elsa.GetAsync("/workflow-definitions/query/count")).GetProperty("count").GetInt32();
        Assert.Equal(before + 1, after);
    }

    [Fact]
    public async Task Import_UnderAName_TakesTheNameAndNotTheFiles()
    {
        using var response = await elsa.Host.Client.PutAsJsonAsync(
            "/elsa/api/workflow-definitions/put-here/import",
            ElsaHost.Waiting("from-elsewhere")
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var stored = await elsa.GetAsync("/workflow-definitions/by-definition-id/put-here?versionOptions=Latest");
        Assert.Equal("put-here", stored.GetProperty("definitionId").GetString());
        using var elsewhere = await elsa.AskAsync("/workflow-definitions/by-definition-id/from-elsewhere");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Versions_Deleted_AreGone_AndTheOthersStay()
    {
        await elsa.PublishAsync("versioned", text: "one");
        await elsa.PublishAsync("versioned", text: "two");

        var deleted = await elsa.PostAsync(
            "/bulk-actions/delete/workflow-definitions/by-id",
            new { ids = new[] { "versioned:1" } }
        );

        Assert.Equal(1, deleted.GetProperty("deleted").GetInt32());
        using var first = await elsa.AskAsync("/workflow-definitions/by-id/versioned:1");
        using var second = await elsa.AskAsync("/workflow-definitions/by-id/versioned:2");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
    }

    [Fact]
    public async Task Task_Completed_LetsTheInstanceGoOnWithTheResult()
    {
        var model = ElsaHost.Waiting("tasked");
        var task = model["root"]!["activities"]![1]!.AsObject();
        task["type"] = "Elsa.RunTask";
        task["taskName"] = task["eventName"]!.DeepClone();
        await elsa.PostAsync("/workflow-definitions", new { model, publish = true });
        var id = await elsa.RunAsync("tasked");
        var instance = await elsa.GetAsync($"/workflow-instances/{id}");
        var waits = instance.GetProperty("workflowState").GetProperty("bookmarks")[0].GetProperty("payload");
        var taskId = waits.GetProperty("taskId").GetString();

        using var accepted = await elsa.SendAsync($"/tasks/{taskId}/complete", new { result = new { done = true } });

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        for (var attempt = 0; attempt < 2_400; attempt++)
        {
            var state = await elsa.GetAsync($"/workflow-instances/{id}/execution-state");
            if (state.GetProperty("workflowSubStatus").ValueEquals("Finished"))
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("The instance did not go on.");
    }
}
