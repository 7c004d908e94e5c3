using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using static Workflows.Runtime.Tests.Sample;

namespace Workflows.Runtime.Tests.Activities;

/// <summary>Activities written the way Elsa's documentation teaches it.</summary>
public sealed class CustomActivitiesTests
{
    [Fact]
    public async Task CodeActivityWithResult_ResultGoesToAVariable()
    {
        var sum = new Variable<int>("sum");
        var workflow = Steps(
            new Sum
            {
                Id = "sum",
                A = new(2),
                B = new(_ => 3),
                Result = new(sum),
            },
            new WriteLine(new Input<string>(context => $"{sum.Get(context)}")) { Id = "line" }
        );

        Assert.Equal(["5"], (await StartAsync(Graph(workflow, variables: [sum]))).Lines);
    }

    [Fact]
    public async Task ActivityWithOutcomes_OnlyTheChosenConnectionIsFollowed()
    {
        var (check, weekday, weekend) = (new DayType { Id = "day" }, Line("weekday"), Line("weekend"));
        var flow = Flow([check, weekday, weekend], (check, "Weekday", weekday), (check, "Weekend", weekend));

        Assert.Equal(["weekday"], (await StartAsync(Graph(flow))).Lines);
    }

    [Fact]
    public async Task ActivityWithChild_RunsItAgainThroughItsCallback()
    {
        var twice = new Twice { Id = "twice", Body = Line("body") };

        Assert.Equal(["body", "body", "end"], (await StartAsync(Graph(Steps(twice, Line("end"))))).Lines);
    }

    [Fact]
    public async Task BlockingActivity_ContinuesInItsCallbackAfterStoring()
    {
        var first = await StartAsync(Graph(Steps(new AskApproval { Id = "ask" }, Line("approved"))));
        var bookmark = Assert.Single(first.AddedBookmarks);

        var second = await ResumeAsync(Stored(first.Instance), bookmark);

        Assert.Equal(["approved"], second.Lines);
        Assert.Contains(second.JournalEntries, entry => entry.Data?["by"] is "boss");
    }

    [Fact]
    public async Task Emit_KeyIsTheSameWheneverTheTurnIsRepeated()
    {
        var graph = Graph(Steps(new Notify { Id = "n1" }, new Notify { Id = "n2" }));

        var first = (await StartAsync(graph)).Effects.Select(effect => effect.Key).ToList();
        var again = (await StartAsync(graph)).Effects.Select(effect => effect.Key).ToList();

        Assert.Equal(first, again);
        Assert.Equal(2, first.Distinct(StringComparer.Ordinal).Count());
        Assert.StartsWith($"sample:1:{Id:N}:n1:", first[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task FromADocument_InputsArriveConvertedUnderTheirNames()
    {
        var compiler = new WorkflowCompiler(new ActivityCatalog().Add<Sum>());
        const string Json = """
            {"definitionId":"d","variables":[{"id":"v","name":"Total","typeName":"Int32"}],
             "root":{"id":"s","type":"Elsa.Sequence","version":1,"activities":[
               {"id":"sum","type":"Demo.Sum","version":1,"a":{"typeName":"Int32","expression":{"type":"Literal","value":"40"}},
                "b":{"typeName":"Int32","expression":{"type":"JavaScript","value":"1 + 1"}},"result":{"typeName":"Int32","memoryReference":{"id":"v"}}},
               {"id":"line","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Liquid","value":"Total {{ Variables.Total }}"}}}]}}
            """;

        Assert.Equal(["Total 42"], (await StartAsync(Graph(Json, compiler))).Lines);
    }

    [Activity("Demo", "Math", "Adds two numbers.")]
    public sealed class Sum : CodeActivity<int>
    {
        [Input(Description = "The first number.")]
        public Input<int> A { get; set; } = default!;

        [Input(Description = "The second number.")]
        public Input<int> B { get; set; } = default!;

        protected override void Execute(ActivityExecutionContext context) =>
            context.Set(Result, A.Get(context) + B.Get(context));
    }

    [FlowNode("Weekday", "Weekend")]
    private sealed class DayType : Activity
    {
        protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
        {
            await Task.Yield();
            var isWeekend = context.Now.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            await context.CompleteActivityWithOutcomesAsync(isWeekend ? "Weekend" : "Weekday");
        }
    }

    private sealed class Twice : Activity
    {
        [Port]
        public IActivity? Body { get; set; }

        protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
            context.ScheduleActivityAsync(Body, OnFirstCompleted);

        private ValueTask OnFirstCompleted(ActivityCompletedContext context) =>
            context.TargetContext.ScheduleActivityAsync(Body, OnSecondCompleted);

        private ValueTask OnSecondCompleted(ActivityCompletedContext context) =>
            context.TargetContext.CompleteActivityAsync();
    }

    private sealed class AskApproval : Activity
    {
        protected override void Execute(ActivityExecutionContext context) => context.CreateBookmark(OnApproved);

        private async ValueTask OnApproved(ActivityExecutionContext context)
        {
            context.JournalData["by"] = "boss";
            await context.CompleteActivityAsync();
        }
    }

    private sealed class Notify : CodeActivity
    {
        protected override void Execute(ActivityExecutionContext context) =>
            context.Emit(new Notification(context.EffectKey()));
    }

    private sealed record Notification(string Key) : Effect(Key);
}
