using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Tests.Execution;

public sealed class StateMachineTests
{
    private const string Order = """
        {"definitionId":"order","variables":[{"id":"paid","name":"Paid","typeName":"Boolean","value":"false"}],
         "root":{"id":"order","type":"Elsa.StateMachine","version":1,"initialState":"New",
          "states":[
            {"name":"New","entry":{"id":"in-new","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Literal","value":"in new"}}},
                          "exit":{"id":"out-new","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Literal","value":"out new"}}}},
            {"name":"Shipped","entry":{"id":"in-shipped","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Literal","value":"in shipped"}}}},
            {"name":"Cancelled"}],
          "transitions":[
            {"name":"ship","from":"New","to":"Shipped",
             "trigger":{"id":"ship","type":"Elsa.Event","version":1,"eventName":{"expression":{"type":"Literal","value":"ship"}}},
             "condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":"variables.Paid"}},
             "action":{"id":"act","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Literal","value":"shipping"}}}},
            {"name":"cancel","from":"New","to":"Cancelled",
             "trigger":{"id":"cancel","type":"Elsa.Event","version":1,"eventName":{"expression":{"type":"Literal","value":"cancel"}}}}]}}
        """;

    [Fact]
    public async Task Start_InitialState_EntersAndWaitsForEveryTrigger()
    {
        var burst = await Sample.StartAsync(Sample.Graph(Order));

        Assert.Equal(["in new"], burst.Lines);
        Assert.Equal(["ship", "cancel"], burst.Instance.Bookmarks.Select(bookmark => bookmark.ActivityId));
        Assert.Equal(WorkflowSubStatus.Suspended, burst.Instance.SubStatus);
    }

    [Fact]
    public async Task Resume_ConditionFalse_WaitsAgainInTheSameState()
    {
        var burst = await ResumeAsync(await StoredAsync(), "ship");

        Assert.Empty(burst.Lines);
        Assert.Equal(
            ["cancel", "ship"],
            burst.Instance.Bookmarks.Select(bookmark => bookmark.ActivityId).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Resume_ConditionTrue_ExitsActsEntersAndGivesTheOthersUp()
    {
        var instance = await StoredAsync(paid: true);

        var burst = await ResumeAsync(instance, "ship");

        Assert.Equal(["out new", "shipping", "in shipped"], burst.Lines);
        Assert.Empty(burst.Instance.Bookmarks);
        Assert.Equal(WorkflowSubStatus.Finished, burst.Instance.SubStatus);
    }

    [Fact]
    public async Task Resume_StateWithoutWayOut_CompletesTheMachine()
    {
        var burst = await ResumeAsync(await StoredAsync(), "cancel");

        Assert.Equal(["out new"], burst.Lines);
        Assert.Equal(WorkflowSubStatus.Finished, burst.Instance.SubStatus);
    }

    [Fact]
    public async Task Start_TransitionWithoutTrigger_IsTakenAtOnceAndWaitsForNothing()
    {
        var machine = new StateMachine
        {
            Id = "machine",
            InitialState = "A",
            States =
            [
                new StateMachineState { Name = "A" },
                new StateMachineState { Name = "B", Entry = Sample.Line("b") },
                new StateMachineState { Name = "C", Entry = Sample.Line("c") },
            ],
            Transitions =
            [
                new Transition
                {
                    From = "A",
                    To = "C",
                    Trigger = new Event("never") { Id = "never" },
                },
                new Transition
                {
                    From = "A",
                    To = "C",
                    Condition = new Input<bool>(_ => false),
                },
                new Transition { From = "A", To = "B" },
            ],
        };

        var burst = await Sample.StartAsync(Sample.Graph(machine));

        Assert.Equal(["b"], burst.Lines);
        Assert.Equal(WorkflowSubStatus.Finished, burst.Instance.SubStatus);
    }

    [Fact]
    public async Task Start_TwoTriggersAtOnce_TakesTheFirstAndNeverStartsTheSecond()
    {
        var machine = new StateMachine
        {
            Id = "machine",
            InitialState = "A",
            States = [new() { Name = "A" }, new() { Name = "B" }, new() { Name = "C", Entry = Sample.Line("c") }],
            Transitions =
            [
                new Transition
                {
                    From = "A",
                    To = "B",
                    Trigger = Sample.Line("first"),
                },
                new Transition
                {
                    From = "A",
                    To = "C",
                    Trigger = Sample.Line("second"),
                },
            ],
        };

        var burst = await Sample.StartAsync(Sample.Graph(machine));

        Assert.Equal(["first"], burst.Lines);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Nowhere")]
    public async Task Start_UnknownState_Completes(string? state)
    {
        var burst = await Sample.StartAsync(Sample.Graph(new StateMachine { Id = "m", InitialState = state }));

        Assert.Equal(WorkflowSubStatus.Finished, burst.Instance.SubStatus);
    }

    private static async Task<WorkflowInstance> StoredAsync(bool paid = false)
    {
        var json = paid ? Order.Replace("\"value\":\"false\"", "\"value\":\"true\"", StringComparison.Ordinal) : Order;
        return Sample.Stored((await Sample.StartAsync(Sample.Graph(json))).Instance);
    }

    private static Task<Burst> ResumeAsync(WorkflowInstance instance, string activityId) =>
        Sample.ResumeAsync(
            instance,
            instance.Bookmarks.Single(bookmark => bookmark.ActivityId.Equals(activityId, StringComparison.Ordinal))
        );
}
