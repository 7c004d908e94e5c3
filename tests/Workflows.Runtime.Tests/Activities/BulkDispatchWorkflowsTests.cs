using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Composition;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Execution;
using Dispatch = Workflows.Runtime.Execution.DispatchWorkflow;

namespace Workflows.Runtime.Tests.Activities;

public sealed class BulkDispatchWorkflowsTests
{
    [Fact]
    public async Task Execute_PlainItems_AreInputsUnderTheirKey()
    {
        var burst = await StartAsync(new BulkDispatchWorkflows { Items = new(_ => new[] { "p", "q" }) });

        var children = burst.Effects.Cast<Dispatch>().ToList();
        Assert.Equal(["p", "q"], children.Select(child => child.Input!["Item"]));
        Assert.Equal(2, children.Select(child => child.InstanceId).Distinct().Count());
        Assert.All(children, child => Assert.Equal(Sample.Id.ToString("N"), child.Input!["ParentInstanceId"]));
    }

    [Fact]
    public async Task Execute_ItemWithNames_IsTheInputItself()
    {
        var bulk = new BulkDispatchWorkflows
        {
            Items = new(_ => """[{"Phone":"1"},{"Phone":"2"}]"""),
            Input = new(_ => new Dictionary<string, object?> { ["Campaign"] = "spring" }),
            CorrelationIdFunction = new(context =>
                $"c-{context.GetVariable<Dictionary<string, object?>>("Item")!["Phone"]}"
            ),
        };

        var burst = await StartAsync(bulk);

        var child = burst.Effects.Cast<Dispatch>().Last();
        Assert.Equal(("2", "spring", "c-2"), (child.Input!["Phone"], child.Input["Campaign"], child.CorrelationId));
        Assert.False(child.Input.ContainsKey("Item"));
    }

    [Fact]
    public async Task Execute_NotWaiting_IsDoneAtOnce()
    {
        var burst = await StartAsync(
            new BulkDispatchWorkflows { Items = new(_ => new[] { 1 }), WaitForCompletion = new(false) }
        );

        Assert.Equal(WorkflowSubStatus.Finished, burst.Instance.SubStatus);
        Assert.Null(((Dispatch)burst.Effects[0]).Parent);
    }

    [Fact]
    public async Task Execute_NoItems_IsDoneAtOnce()
    {
        var burst = await StartAsync(new BulkDispatchWorkflows { Items = new(_ => Array.Empty<object>()) });

        Assert.Equal(WorkflowSubStatus.Finished, burst.Instance.SubStatus);
    }

    [Fact]
    public async Task Resume_EveryChild_RunsItsPortAndTheLastOneCompletes()
    {
        var bulk = new BulkDispatchWorkflows
        {
            Items = new(_ => new[] { "a", "b", "c" }),
            ChildCompleted = new WriteLine(
                new Input<string>(c => $"done {c.GetVariable<string>("ChildInstanceId")![..2]}")
            )
            {
                Id = "completed",
            },
            ChildFaulted = new WriteLine("failed") { Id = "faulted" },
        };
        var instance = (await StartAsync(bulk)).Instance;

        var first = await ReportAsync(instance, "aa", WorkflowSubStatus.Finished);
        var second = await ReportAsync(first.Instance, "bb", WorkflowSubStatus.Faulted);
        Assert.Equal(WorkflowSubStatus.Suspended, second.Instance.SubStatus);
        var last = await ReportAsync(second.Instance, "cc", WorkflowSubStatus.Finished);

        Assert.Equal(["done aa", "failed", "done cc"], [.. first.Lines, .. second.Lines, .. last.Lines]);
        Assert.Equal(WorkflowSubStatus.Finished, last.Instance.SubStatus);
        Assert.Equal(
            ["Completed", "Done"],
            last.JournalEntries.Last(entry => entry.Outcomes is not null).Outcomes!.Names
        );
    }

    [Fact]
    public async Task Resume_ManyChildren_CompletesAfterTheLast()
    {
        const int Many = 500;
        var instance = (
            await StartAsync(new BulkDispatchWorkflows { Items = new(_ => Enumerable.Range(0, Many).ToList()) })
        ).Instance;

        for (var index = 0; index < Many; index++)
        {
            Assert.Equal(WorkflowStatus.Running, instance.Status);
            instance = (await ReportAsync(instance, "00", WorkflowSubStatus.Finished)).Instance;
        }

        Assert.Equal(WorkflowSubStatus.Finished, instance.SubStatus);
    }

    private static Task<Burst> StartAsync(BulkDispatchWorkflows bulk)
    {
        bulk.Id = "bulk";
        bulk.WorkflowDefinitionId = new("child");
        return Sample.StartAsync(Sample.Graph(Sample.Steps(bulk)));
    }

    private static async Task<Burst> ReportAsync(WorkflowInstance instance, string id, WorkflowSubStatus subStatus)
    {
        var report = new ChildReport(
            Guid.Parse(string.Concat(Enumerable.Repeat(id, 16))),
            WorkflowStatus.Finished,
            subStatus,
            new Dictionary<string, object?>()
        );
        var stored = Sample.Stored(instance);
        return await new WorkflowRunner().ResumeAsync(
            stored,
            Assert.Single(stored.Bookmarks).Id,
            new ResumeOptions { StimulusPayload = report },
            Sample.Turn
        );
    }
}
