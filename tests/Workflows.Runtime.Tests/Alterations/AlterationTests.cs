using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Alterations;
using Workflows.Runtime.Execution;
using static Workflows.Runtime.Tests.Sample;

namespace Workflows.Runtime.Tests.Alterations;

public sealed class AlterationTests
{
    /// <summary>Fails as long as Broken is true; beside it something waits.</summary>
    private const string Risky = """
        { "definitionId": "risky", "variables": [{ "id": "b", "name": "Broken", "typeName": "Boolean", "value": "true" }],
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "activities": [
            { "id": "enter", "type": "Elsa.Start", "version": 1 },
            { "id": "risk", "type": "Elsa.WriteLine", "version": 1, "text": { "expression":
              { "type": "JavaScript", "value": "if (getBroken()) { throw new Error('broken') } 'mended'" } } },
            { "id": "wait", "type": "Elsa.Delay", "version": 1 }],
          "connections": [
            { "source": { "activity": "enter", "port": "Done" }, "target": { "activity": "risk", "port": "In" } },
            { "source": { "activity": "enter", "port": "Done" }, "target": { "activity": "wait", "port": "In" } }] } }
        """;

    [Theory]
    [InlineData("b")]
    [InlineData("Broken")]
    public async Task RetryFailed_AfterTheCauseIsMended_GoesOn(string variable)
    {
        var failed = Stored((await StartAsync(Graph(Risky))).Instance);

        var burst = await AlterAsync(failed, new Alteration.SetVariable(variable, false), new Alteration.RetryFailed());

        Assert.Equal(["mended"], burst.Lines);
        Assert.Empty(burst.Instance.Incidents);
        Assert.Equal(WorkflowSubStatus.Suspended, burst.Instance.SubStatus);
        Assert.Null(burst.Instance.FinishedAt);
    }

    [Fact]
    public async Task RetryFailed_WhatStillFails_EndsFaultedAgain()
    {
        var failed = Stored((await StartAsync(Graph(Risky))).Instance);

        var burst = await AlterAsync(failed, new Alteration.RetryFailed());

        Assert.Equal(WorkflowSubStatus.Faulted, burst.Instance.SubStatus);
        Assert.Single(burst.Instance.Incidents);
    }

    [Fact]
    public async Task RunActivity_ThatRanBefore_RunsOnceMoreInItsContainer()
    {
        var (line, wait) = (Line("a"), new Delay(TimeSpan.FromDays(1)) { Id = "wait" });
        var waiting = Stored((await StartAsync(Graph(Flow([line, wait], (line, "Done", wait))))).Instance);

        var burst = await AlterAsync(waiting, new Alteration.RunActivity("a"));

        Assert.Equal(["a"], burst.Lines);
        Assert.Equal(WorkflowStatus.Running, burst.Instance.Status);
    }

    [Fact]
    public async Task Anything_OfAnInstanceThatIsOver_ChangesNothing()
    {
        var over = Stored((await StartAsync(Graph(Steps(Line("a"))))).Instance);

        var burst = await AlterAsync(
            over,
            new Alteration.SetVariable("b", 1),
            new Alteration.RunActivity("a"),
            new Alteration.RetryFailed(),
            new Alteration.CancelActivity("a")
        );

        Assert.Empty(burst.JournalEntries);
        Assert.Equal(WorkflowSubStatus.Finished, burst.Instance.SubStatus);
    }

    private static async Task<Burst> AlterAsync(WorkflowInstance instance, params Alteration[] alterations) =>
        await new WorkflowRunner().AlterAsync(instance, alterations, Sample.Turn);
}
