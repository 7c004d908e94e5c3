using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;

namespace Workflows.Runtime.Tests.Journal;

public sealed class ActivityExecutionLogTests
{
    private readonly WorkflowRunner _runner = new(recordsValues: true);
    private readonly List<JournalRow> _rows = [];

    [Fact]
    public async Task Read_Flowchart_NamesWhoCameBefore()
    {
        var first = Sample.Line("first");
        var decision = new FlowDecision { Id = "decision", Condition = new Input<bool>(_ => true) };
        var last = Sample.Line("last");
        var graph = Sample.Graph(
            Sample.Flow([first, decision, last], (first, "Done", decision), (decision, "True", last))
        );

        var executions = await RunAsync(graph);

        Assert.Equal(
            [
                ("Workflow1", null, 0),
                ("flow", "Workflow1", 1),
                ("first", "flow", 2),
                ("decision", "first", 3),
                ("last", "decision", 4),
            ],
            executions.Select(execution =>
                (execution.ActivityId, execution.SchedulingActivityId, execution.CallStackDepth)
            )
        );
        Assert.All(executions, execution => Assert.Equal(ActivityStatus.Completed, execution.Status));
        Assert.Equal("Workflow1:flow:last", executions[4].ActivityNodeId);
        Assert.Equal(["True"], Assert.IsType<string[]>(executions[3].Payload["Outcomes"]));
    }

    [Fact]
    public async Task Read_Inputs_ShowsLiteralsAndWhatWasEvaluated()
    {
        var graph = Sample.Graph(
            Sample.Steps(
                new Greeting
                {
                    Id = "greet",
                    Whom = new Input<string>(_ => "Li"),
                    Salutation = new("Hello"),
                }
            )
        );

        var greeting = (await RunAsync(graph))[2];

        Assert.Equal(
            [("Salutation", "Hello"), ("Whom", "Li")],
            greeting.ActivityState.OrderBy(pair => pair.Key).Select(pair => (pair.Key, (string?)pair.Value))
        );
        Assert.Equal("Hello Li", greeting.Outputs["Result"]);
    }

    [Fact]
    public async Task Read_Secret_IsMaskedWhetherLiteralOrEvaluated()
    {
        var graph = Sample.Graph(
            Sample.Steps(
                new SignIn { Id = "one", Password = new Input<string>("hunter2") },
                new SignIn { Id = "two", Password = new Input<string>(_ => "hunter3") }
            )
        );

        var executions = await RunAsync(graph);

        Assert.Equal("***", executions[2].ActivityState["Password"]);
        Assert.Equal("***", executions[3].ActivityState["Password"]);
        var stored = _rows.SelectMany(row => JournalSerializer.Write(row.Entries)).ToArray();
        Assert.DoesNotContain("hunter", System.Text.Encoding.UTF8.GetString(stored), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"logPersistenceMode":"Exclude"}""", false, false)]
    [InlineData("""{"logPersistenceMode":{"default":"Exclude","inputs":{"whom":"Include"}}}""", true, false)]
    [InlineData(
        """{"logPersistenceConfig":{"default":{"strategyType":"Elsa.Workflows.LogPersistence.Strategies.Exclude, Elsa.Workflows.Core"}}}""",
        false,
        false
    )]
    [InlineData("""{"logPersistenceConfig":{"outputs":{"Result":"Exclude"}}}""", true, false)]
    [InlineData("""{"logPersistenceMode":"Include"}""", true, true)]
    public async Task Read_LogPersistence_LeavesValuesOut(string settings, bool hasInput, bool hasOutput)
    {
        var greeting = new Greeting
        {
            Id = "greet",
            Whom = new Input<string>(_ => "Li"),
            CustomProperties = System.Text.Json.JsonElement.Parse(settings),
        };

        var execution = (await RunAsync(Sample.Graph(Sample.Steps(greeting))))[2];

        Assert.Equal(hasInput, execution.ActivityState.ContainsKey("Whom"));
        Assert.Equal(hasOutput, execution.Outputs.ContainsKey("Result"));
    }

    [Fact]
    public async Task Read_Waiting_HasABookmarkAndNoEnd()
    {
        var graph = Sample.Graph(
            Sample.Steps(
                new If
                {
                    Id = "if",
                    Condition = new Input<bool>(_ => true),
                    Then = new Event("paid") { Id = "wait" },
                }
            )
        );

        var executions = await RunAsync(graph);

        var waiting = executions.Single(execution => execution.ActivityId is "wait");
        Assert.Equal((ActivityStatus.Running, true, null), (waiting.Status, waiting.HasBookmarks, waiting.CompletedAt));
        var branch = executions.Single(execution => execution.ActivityId is "if");
        Assert.Equal(true, branch.ActivityState["Condition"]);
        Assert.Equal(true, branch.Outputs["Result"]);
    }

    [Fact]
    public async Task Read_Fault_CountsUpToTheWorkflow()
    {
        var fault = new Fault
        {
            Id = "fault",
            Code = new("Broken"),
            Message = new("It broke."),
        };
        var executions = await RunAsync(Sample.Graph(Sample.Steps(fault)));

        var failed = executions[^1];
        Assert.Equal(new ActivityFailure("Broken", "It broke."), failed.Exception);
        Assert.Equal([1, 1, 1], executions.Select(execution => execution.AggregateFaultCount));
        Assert.Equal(ActivityStatus.Faulted, executions[0].Status);
    }

    [Fact]
    public async Task Write_Values_SurviveStoring()
    {
        await RunAsync(Sample.Graph(Sample.Steps(new Greeting { Id = "g", Whom = new Input<string>(_ => "Li") })));

        var stored = JournalSerializer.Read(JournalSerializer.Write(_rows[0].Entries));

        var values = stored.Single(entry => entry.Values is not null).Values!;
        Assert.Equal(("Li", "Hi Li"), (values.Inputs["Whom"], values.Outputs["Result"]));
    }

    [Fact]
    public void Read_RowOfTheFirstFormat_HasNoValues()
    {
        var entry = new JournalEntry(3, JournalEvent.Completed, 2, 2, 1, new Outcomes("Sent"));
        var stored = JournalSerializer.Write([entry]);

        // The first format ended an entry before the two counts of values.
        byte[] old = [1, .. stored[1..^2]];

        var read = Assert.Single(JournalSerializer.Read(old));
        Assert.Equal((3, 2, null), (read.Sequence, read.NodeId, read.Values));
        Assert.Equal(["Sent"], read.Outcomes!.Names);
    }

    [Theory]
    [InlineData("0198c0de00007000800000000000000a-12", true)]
    [InlineData("0198c0de00007000800000000000000a", false)]
    [InlineData("0198c0de00007000800000000000000a-x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TryParse_Id_ReadsOnlyWhatItWrote(string? text, bool isId)
    {
        Assert.Equal(isId, ActivityExecutionId.TryParse(text, out var id));
        Assert.True(!isId || string.Equals(text, id.ToString(), StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<ActivityExecution>> RunAsync(WorkflowGraph graph)
    {
        var burst = await _runner.StartAsync(graph, new StartOptions { InstanceId = Sample.Id }, Sample.Turn);
        _rows.Add(new JournalRow(Sample.Id, 1, Sample.Id, Sample.Noon, burst.JournalEntries));
        return ActivityExecutionLog.Read(burst.Instance, _rows);
    }

    private sealed class Greeting : CodeActivity<string>
    {
        public Input<string> Whom { get; set; } = default!;

        public Input<string> Salutation { get; set; } = new("Hi");

        protected override void Execute(ActivityExecutionContext context) =>
            context.Set(Result, $"{Salutation.Get(context)} {Whom.Get(context)}");
    }

    private sealed class SignIn : CodeActivity
    {
        [Input(IsSensitive = true)]
        public Input<string> Password { get; set; } = default!;

        protected override void Execute(ActivityExecutionContext context) => Password.Get(context);
    }
}
