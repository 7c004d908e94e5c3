using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Execution;
using static Workflows.Runtime.Tests.Sample;

namespace Workflows.Runtime.Tests.Execution;

public sealed class FlowchartTests
{
    [Fact]
    public async Task Run_Diamond_JoinWaitsForBothBranches()
    {
        var (a, b, c, d) = (Line("a"), Line("b"), Line("c"), Line("d"));
        var flow = Flow([a, b, c, d], (a, "Done", b), (a, "Done", c), (b, "Done", d), (c, "Done", d));

        var burst = await StartAsync(Graph(flow));

        Assert.Equal(["a", "b", "c", "d"], burst.Lines);
        Assert.Equal(WorkflowSubStatus.Finished, burst.Instance.SubStatus);
    }

    [Fact]
    public async Task Run_DecisionBeforeJoin_SkippedBranchDoesNotHoldTheJoin()
    {
        var choice = new FlowDecision { Id = "choice", Condition = new Input<bool>(false) };
        var (yes, no, join) = (Line("yes"), Line("no"), Line("join"));
        var flow = Flow(
            [choice, yes, no, join],
            (choice, "True", yes),
            (choice, "False", no),
            (yes, "Done", join),
            (no, "Done", join)
        );

        Assert.Equal(["no", "join"], (await StartAsync(Graph(flow))).Lines);
    }

    [Theory]
    [InlineData(FlowJoinMode.WaitAny, true)]
    [InlineData(FlowJoinMode.WaitAllActive, true)]
    [InlineData(FlowJoinMode.WaitAll, false)]
    public async Task Run_JoinBehindADecision_DependsOnItsMode(FlowJoinMode mode, bool goesOn)
    {
        var choice = new FlowDecision { Id = "choice", Condition = new Input<bool>(true) };
        var (yes, no, after) = (Line("yes"), Line("no"), Line("after"));
        var join = new FlowJoin { Id = "join", Mode = new Input<FlowJoinMode>(mode) };
        var flow = Flow(
            [choice, yes, no, join, after],
            (choice, "True", yes),
            (choice, "False", no),
            (yes, "Done", join),
            (no, "Done", join),
            (join, "Done", after)
        );

        var burst = await StartAsync(Graph(flow));

        Assert.Equal(goesOn ? ["yes", "after"] : ["yes"], burst.Lines);
        Assert.Equal(WorkflowStatus.Finished, burst.Instance.Status);
    }

    [Fact]
    public async Task Resume_EventBeforeTimeout_CancelsTheTimer()
    {
        var start = Line("start");
        var reply = new Event("replied") { Id = "reply" };
        var day = new Delay(TimeSpan.FromDays(1)) { Id = "day" };
        var join = new FlowJoin { Id = "join" };
        var after = Line("after");
        var flow = Flow(
            [start, reply, day, join, after],
            (start, "Done", reply),
            (start, "Done", day),
            (reply, "Done", join),
            (day, "Done", join),
            (join, "Done", after)
        );
        var first = await StartAsync(Graph(flow));
        var timer = Assert.Single(first.AddedBookmarks, bookmark => bookmark.DueAt is not null);

        var second = await ResumeAsync(
            first.Instance,
            first.AddedBookmarks.Single(bookmark => bookmark.ActivityId is "reply")
        );

        Assert.Equal(["after"], second.Lines);
        Assert.Contains(timer, second.RemovedBookmarks);
        Assert.Empty(second.Instance.Bookmarks);
    }

    [Fact]
    public async Task Run_Loop_CountsJoinsAfreshEachRound()
    {
        var count = new Variable("count", 0);
        var next = new Inline(context => context.SetVariable("count", context.GetVariable<int>("count") + 1))
        {
            Id = "next",
        };
        var (a, b, join, end) = (Line("a"), Line("b"), Line("join"), Line("end"));
        var again = new FlowDecision
        {
            Id = "again",
            Condition = new Input<bool>(context => context.GetVariable<int>("count") < 2),
        };
        var flow = Flow(
            [next, a, b, join, again, end],
            (next, "Done", a),
            (next, "Done", b),
            (a, "Done", join),
            (b, "Done", join),
            (join, "Done", again),
            (again, "True", next),
            (again, "False", end)
        );

        var burst = await StartAsync(Graph(flow, variables: [count]));

        Assert.Equal(["a", "b", "join", "a", "b", "join", "end"], burst.Lines);
        Assert.True(burst.Instance.TryGetVariable("count", out var value));
        Assert.Equal(2, value);
    }
}
