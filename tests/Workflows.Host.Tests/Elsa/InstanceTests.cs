using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Data.Sqlite;

namespace Workflows.Host.Tests.Elsa;

public sealed class InstanceTests(ElsaHost elsa) : IClassFixture<ElsaHost>
{
    [Fact]
    public async Task List_HasTheRecordedShape()
    {
        await elsa.RunAsync(await elsa.PublishAsync("instances"));

        var list = await elsa.PostAsync(
            "/workflow-instances",
            new
            {
                page = 0,
                pageSize = 10,
                definitionId = "instances",
                isSystem = false,
            }
        );

        Assert.Empty(
            JsonShape.Differences(
                ElsaHost.Fixture("workflow-instances.list.json"),
                list,
                "correlationId",
                "name",
                "finishedAt"
            )
        );
        Assert.Equal(1, list.GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Instance_IsShownWithEverythingItDid()
    {
        var id = await elsa.RunAsync(await elsa.PublishAsync("shown", "shown-event"));

        var instance = await elsa.GetAsync($"/workflow-instances/{id}");
        Assert.Empty(
            JsonShape.Differences(
                ElsaHost.Fixture("workflow-instance.json"),
                instance,
                "correlationId",
                "name",
                "finishedAt",
                "CampaignId",
                "Delivered"
            )
        );
        Assert.Equal("Suspended", instance.GetProperty("subStatus").GetString());
        Assert.Equal(1, instance.GetProperty("workflowState").GetProperty("bookmarks").GetArrayLength());

        var journal = await elsa.PostAsync(
            $"/workflow-instances/{id}/journal?skip=0&take=100",
            new { filter = new { excludedActivityTypes = new[] { "Elsa.Workflow", "Elsa.Flowchart" } } }
        );
        Assert.Empty(
            JsonShape.Differences(
                ElsaHost.Fixture("workflow-instance.journal.json"),
                journal,
                "parentActivityInstanceId"
            )
        );
        Assert.Equal(
            ["Started", "Completed", "Started", "Suspended"],
            journal.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("eventName").GetString()!)
        );
        var page = await elsa.PostAsync(
            $"/workflow-instances/{id}/journal?skip=1&take=1",
            new { filter = new { activityNodeIds = new[] { "Workflow1:flow:line" } } }
        );
        Assert.Equal(2, page.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            "Completed",
            Assert.Single(page.GetProperty("items").EnumerateArray()).GetProperty("eventName").GetString()
        );

        Assert.Empty(
            JsonShape.Differences(
                ElsaHost.Fixture("workflow-instance.execution-state.json"),
                await elsa.GetAsync($"/workflow-instances/{id}/execution-state")
            )
        );
        var variables = await elsa.GetAsync($"/workflow-instances/{id}/variables");
        Assert.Equal("Greeting", variables.GetProperty("items")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Executions_HaveTheRecordedShapes()
    {
        var id = await elsa.RunAsync(await elsa.PublishAsync("executions", "executions-event"));

        var report = await elsa.PostAsync(
            "/activity-executions/report",
            new { workflowInstanceId = id, activityNodeIds = new[] { "Workflow1:flow:line", "Workflow1:flow:wait" } }
        );
        Assert.Empty(JsonShape.Differences(ElsaHost.Fixture("activity-executions.report.json"), report, "metadata"));
        var badge = Assert.Single(
            report.GetProperty("stats").EnumerateArray(),
            stats => stats.GetProperty("activityId").ValueEquals("wait")
        );
        Assert.True(badge.GetProperty("isBlocked").GetBoolean());

        var query = $"WorkflowInstanceId={id}&ActivityNodeId=Workflow1:flow:line";
        var list = await elsa.GetAsync($"/activity-executions/list?{query}");
        Assert.Empty(
            JsonShape.Differences(
                ElsaHost.Fixture("activity-executions.json"),
                list,
                "schedulingActivityExecutionId",
                "schedulingActivityId"
            )
        );
        var summaries = await elsa.GetAsync($"/activity-execution-summaries/list?{query}");
        var executionId = Assert.Single(summaries.GetProperty("items").EnumerateArray()).GetProperty("id").GetString();
        var one = await elsa.GetAsync($"/activity-executions/by-id?id={executionId}");
        Assert.Equal("line", one.GetProperty("activityId").GetString());
        var stack = await elsa.GetAsync(
            $"/activity-executions/{executionId}/call-stack?includeCrossWorkflowChain=True"
        );
        Assert.Equal(executionId, stack.GetProperty("activityExecutionId").GetString());
        Assert.Equal("line", stack.GetProperty("items").EnumerateArray().Last().GetProperty("activityId").GetString());
        Assert.Equal(1, (await elsa.GetAsync($"/activity-executions/count?{query}")).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Event_Triggered_LetsTheInstanceGoOn_AndTheViewerIsTold()
    {
        var id = await elsa.RunAsync(await elsa.PublishAsync("live", "live-event"));
        await using var viewer = new HubConnectionBuilder()
            .WithUrl(
                new Uri(elsa.Host.Address, "/elsa/hubs/workflow-instance"),
                http => http.Headers["X-Api-Key"] = elsa.Host.Key
            )
            .Build();
        var told = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        viewer.On<JsonElement>("WorkflowInstanceUpdatedAsync", update => told.TrySetResult(update));
        await viewer.StartAsync();
        await viewer.InvokeAsync("ObserveInstanceAsync", id);

        using var accepted = await elsa.SendAsync("/events/live-event/trigger", new { input = new { by = "Ada" } });
        var update = await told.Task.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(id, update.GetProperty("workflowInstanceId").GetString());
    }

    [Fact]
    public async Task Hub_WithoutCredentials_IsClosed()
    {
        using var response = await elsa.Host.Stranger.PostAsync(
            "/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1",
            null
        );

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Bookmark_Resumed_LetsTheInstanceFinish()
    {
        var id = await elsa.RunAsync(await elsa.PublishAsync("resumed", "resumed-event"));
        var bookmark = (await elsa.GetAsync($"/workflow-instances/{id}"))
            .GetProperty("workflowState")
            .GetProperty("bookmarks")[0];

        using var accepted = await elsa.SendAsync(
            "/bookmarks/resume",
            new { workflowInstanceId = id, bookmarkId = bookmark.GetProperty("id").GetString() }
        );
        using var unknown = await elsa.SendAsync(
            "/bookmarks/resume",
            new { workflowInstanceId = id, bookmarkId = "77" }
        );

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        await WhenAsync(id, "Finished");
    }

    [Fact]
    public async Task Instance_Cancelled_IsOver_AndDeleted_IsGone()
    {
        var id = await elsa.RunAsync(await elsa.PublishAsync("cancelled", "cancelled-event"));

        using var cancelled = await elsa.SendAsync($"/cancel/workflow-instances/{id}", "{}");
        await WhenAsync(id, "Cancelled");
        using var deleted = await elsa.DeleteAsync($"/workflow-instances/{id}");
        using var gone = await elsa.AskAsync($"/workflow-instances/{id}");

        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Bulk_CancelExportDelete_TakeExactlyTheNamed()
    {
        var definition = await elsa.PublishAsync("many", "many-event");
        string[] ids =
        [
            await elsa.RunAsync(definition),
            await elsa.RunAsync(definition),
            await elsa.RunAsync(definition),
        ];

        var nothing = await elsa.PostAsync("/bulk-actions/cancel/workflow-instances", new { });
        Assert.Equal(0, nothing.GetProperty("cancelledCount").GetInt32());
        var cancelled = await elsa.PostAsync("/bulk-actions/cancel/workflow-instances", new { ids = ids[..1] });
        Assert.Equal(1, cancelled.GetProperty("cancelledCount").GetInt32());
        using var zip = await elsa.SendAsync("/bulk-actions/export/workflow-instances", new { ids });
        Assert.Equal("application/zip", zip.Content.Headers.ContentType!.MediaType);
        using var file = await elsa.AskAsync($"/workflow-instances/{ids[1]}/export");
        Assert.Contains("workflowState", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var deleted = await elsa.PostAsync("/bulk-actions/delete/workflow-instances/by-id", new { ids = ids[..2] });
        Assert.Equal(2, deleted.GetProperty("deletedCount").GetInt32());
        var left = await elsa.PostAsync("/workflow-instances", new { definitionIds = new[] { definition } });
        Assert.Equal(ids[2], Assert.Single(left.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task List_Filtered_FindsWhatIsMeant()
    {
        var definition = await elsa.PublishAsync("filtered", "filtered-event");
        using var started = await elsa.SendAsync(
            $"/workflow-definitions/{definition}/execute",
            new
            {
                correlationId = "order-77",
                name = "Ada's",
                versionOptions = "Latest",
            }
        );
        var id = started.Headers.GetValues("x-elsa-workflow-instance-id").Single();

        foreach (
            var (body, count) in new (object, int)[]
            {
                (new { definitionId = definition, correlationId = "order-77" }, 1),
                (new { definitionId = definition, correlationId = "order" }, 0),
                (new { definitionId = definition, searchTerm = "order-" }, 1),
                (new { definitionId = definition, searchTerm = "Ada" }, 1),
                (new { definitionId = definition, searchTerm = id }, 1),
                (new { searchTerm = "Name of filtered" }, 1),
                (new { definitionId = definition, searchTerm = "nothing like it" }, 0),
                (new { definitionId = definition, status = "Running" }, 1),
                (new { definitionId = definition, statuses = new[] { "Finished" } }, 0),
                (new { definitionId = definition, subStatuses = new[] { "Suspended", "Faulted" } }, 1),
                (
                    new
                    {
                        definitionId = definition,
                        status = "Finished",
                        subStatus = "Suspended",
                    },
                    0
                ),
                (new { definitionId = definition, hasIncidents = true }, 0),
                (new { definitionId = definition, hasIncidents = false }, 1),
                (new { definitionId = definition, version = 2 }, 0),
                (new { definitionId = definition, version = 1 }, 1),
                (
                    new
                    {
                        definitionId = definition,
                        timestampFilters = new[]
                        {
                            new
                            {
                                column = "CreatedAt",
                                @operator = "GreaterThan",
                                timestamp = "2020-01-01T00:00:00Z",
                            },
                        },
                    },
                    1
                ),
                (
                    new
                    {
                        definitionId = definition,
                        timestampFilters = new[]
                        {
                            new
                            {
                                column = "UpdatedAt",
                                @operator = "LessThan",
                                timestamp = "2020-01-01T00:00:00Z",
                            },
                        },
                    },
                    0
                ),
                (
                    new
                    {
                        definitionId = definition,
                        timestampFilters = new[]
                        {
                            new
                            {
                                column = "FinishedAt",
                                @operator = "GreaterThan",
                                timestamp = "2020-01-01T00:00:00Z",
                            },
                        },
                    },
                    0
                ),
                (new { isSystem = true }, 0),
            }
        )
        {
            var list = await elsa.PostAsync("/workflow-instances", body);
            Assert.True(count == list.GetProperty("totalCount").GetInt32(), JsonSerializer.Serialize(body));
        }
    }

    [Fact]
    public async Task Run_OfADraft_FreezesIt()
    {
        await elsa.PostAsync(
            "/workflow-definitions",
            new { model = ElsaHost.Waiting("draft-run", "draft-event"), publish = false }
        );

        var id = await elsa.RunAsync("draft-run");
        var saved = await elsa.PostAsync(
            "/workflow-definitions",
            new { model = ElsaHost.Waiting("draft-run", text: "changed"), publish = false }
        );

        Assert.Equal(
            "draft-run:1",
            (await elsa.GetAsync($"/workflow-instances/{id}")).GetProperty("definitionVersionId").GetString()
        );
        Assert.Equal(2, saved.GetProperty("workflowDefinition").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Dispatch_AnswersWithIds()
    {
        var definition = await elsa.PublishAsync("dispatched", "dispatched-event");

        var one = await elsa.PostAsync($"/workflow-definitions/{definition}/dispatch", new { correlationId = "c" });
        var many = await elsa.PostAsync($"/workflow-definitions/{definition}/bulk-dispatch", new { count = 3 });

        await WhenAsync(one.GetProperty("workflowInstanceId").GetString()!, "Suspended");
        Assert.Equal(3, many.GetProperty("workflowInstanceIds").GetArrayLength());
        using var none = await elsa.SendAsync("/workflow-definitions/nothing/dispatch", new { });
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Activity_Tried_SaysWhatItDid()
    {
        await elsa.PublishAsync("tried");

        var trial = await elsa.PostAsync(
            "/tests/activities",
            new
            {
                workflowDefinitionHandle = new { definitionVersionId = "tried:1" },
                activityHandle = new { activityNodeId = "Workflow1:flow:line" },
            }
        );

        Assert.Empty(JsonShape.Differences(ElsaHost.Fixture("tests.activities.json"), trial, "Subject", "MessageId"));
        Assert.Equal("Completed", trial.GetProperty("status").GetString());
        Assert.Equal("Hello", trial.GetProperty("activityState").GetProperty("Text").GetString());
    }

    [Fact]
    public async Task OtherTenantsInstances_AreNeverShown()
    {
        var id = await elsa.RunAsync(await elsa.PublishAsync("tenants", "tenants-event"));
        await MoveToTenantAsync(id, 2);

        foreach (var path in new[] { "", "/journal", "/execution-state", "/variables", "/export" })
        {
            using var gone = await elsa.AskAsync($"/workflow-instances/{id}{path}");
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }

        using var report = await elsa.SendAsync("/activity-executions/report", new { workflowInstanceId = id });
        using var cancelled = await elsa.SendAsync($"/cancel/workflow-instances/{id}", "{}");
        using var deleted = await elsa.DeleteAsync($"/workflow-instances/{id}");
        var list = await elsa.PostAsync("/workflow-instances", new { searchTerm = id });
        Assert.Equal(HttpStatusCode.NotFound, report.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, cancelled.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, deleted.StatusCode);
        Assert.Equal(0, list.GetProperty("totalCount").GetInt32());
    }

    private async Task MoveToTenantAsync(string id, int tenant)
    {
        await using var connection = new SqliteConnection(elsa.Host.Database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE instances SET tenant = $tenant WHERE id = $id";
        command.Parameters.AddWithValue("$tenant", tenant);
        command.Parameters.AddWithValue("$id", Guid.Parse(id).ToByteArray(bigEndian: true));
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private async Task WhenAsync(string id, string subStatus)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            using var response = await elsa.AskAsync($"/workflow-instances/{id}/execution-state");
            if (
                response.IsSuccessStatusCode
                && JsonElement
                    .Parse(await response.Content.ReadAsStringAsync())
                    .GetProperty("workflowSubStatus")
                    .ValueEquals(subStatus)
            )
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"The instance is not {subStatus}.");
    }
}
