using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Workflows.Authoring.Tests.Activities;
using Workflows.Authoring.Tests.Workflows;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Designer;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Expressions;
using Workflows.Runtime.Triggers;

namespace Workflows.Authoring.Tests;

/// <summary>Runs activities and workflows written the way Elsa's documentation teaches.</summary>
public sealed class AuthoringTests : IServiceProvider, IPriceList
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));

    public AuthoringTests() => Runner = new LocalWorkflowRunner(new WorkflowCompiler(), _time, this);

    internal IWorkflowRunner Runner { get; }

    [Fact]
    public async Task Input_EveryNotation_ReachesTheActivity()
    {
        var result = await Runner.RunAsync<MessageWorkflow>();

        Assert.Equal(
            ["literal", "delegate: Hello, World!", "Hello, World!", "script: Hello, World!", "template: Hello, World!"],
            result.Burst.Lines
        );
        Assert.Equal(WorkflowSubStatus.Finished, result.WorkflowState.SubStatus);
    }

    [Fact]
    public async Task CodeActivity_Result_IsCapturedByAVariable()
    {
        var greeting = new Variable<string>("Greeting");
        var sequence = new Sequence
        {
            Variables = { greeting },
            Activities =
            {
                new Greet { Customer = new("Li"), Result = new(greeting) },
                new WriteLine(greeting),
                new PlainLabel { Label = "plain" },
            },
        };

        Assert.Equal(["Hello, Li!", "[plain]"], (await Runner.RunAsync(sequence)).Burst.Lines);
    }

    [Theory]
    [InlineData(5, "3 rest 2 (3)")]
    [InlineData(0, "failed")]
    public async Task Outcomes_OfAnActivity_ChooseTheConnection(int divisor, string line) =>
        Assert.Equal([line], (await Runner.RunAsync(new DivisionWorkflow(divisor))).Burst.Lines);

    [Fact]
    public async Task Ports_AndCallbacks_RunChildren()
    {
        var root = new Repeat
        {
            Times = new(3),
            Body = new Choose
            {
                Condition = new(context => context.GetVariable<int>("Round") % 2 == 1),
                Then = new WriteLine(context => $"odd {context.GetVariable<int>("Round")}"),
                Else = new WriteLine("even"),
            },
        };

        Assert.Equal(["odd 1", "even", "odd 3"], (await Runner.RunAsync(root)).Burst.Lines);
    }

    [Fact]
    public async Task Services_OfTheHost_AreReachedThroughTheContext()
    {
        var options = new RunWorkflowOptions { Input = new Dictionary<string, object> { ["Article"] = "tea" } };

        Assert.Equal(12.5m, (await Runner.RunAsync(new PriceWorkflow(), options)).Result);
    }

    [Fact]
    public async Task Bookmark_OfAStimulus_IsFoundByIt()
    {
        var root = new Sequence
        {
            Activities =
            {
                new WaitForSignal { Signal = new("go") },
                new WriteLine("gone"),
            },
        };

        var waiting = await Runner.RunAsync(root);
        var bookmark = Assert.Single(waiting.WorkflowState.Bookmarks);

        Assert.Equal(StimulusHash.Of(ActivityTypeNameHelper.GenerateTypeName<WaitForSignal>(), "go"), bookmark.Hash);
        Assert.Equal(["gone"], (await Runner.RunAsync(waiting.Workflow, waiting.WorkflowState)).Burst.Lines);
    }

    [Fact]
    public async Task Trigger_ThenBookmarkWithPayload_ResumesWithInput()
    {
        var waiting = await Runner.RunAsync<ApprovalWorkflow>(
            new RunWorkflowOptions
            {
                TriggerActivityId = "placed",
                Input = new Dictionary<string, object> { ["OrderId"] = "A-1" },
            }
        );
        var bookmark = waiting.WorkflowState.Bookmarks[0];
        Assert.Equal(
            StimulusHash.Of(ActivityTypeNameHelper.GenerateTypeName<WaitForApproval>(), new { OrderId = "A-1" }),
            bookmark.Hash
        );

        var result = await Runner.RunAsync(
            waiting.Workflow,
            waiting.WorkflowState,
            new RunWorkflowOptions
            {
                BookmarkId = bookmark.Id.ToString(CultureInfo.InvariantCulture),
                Input = new Dictionary<string, object> { ["Approved"] = true, ["Comment"] = "fine" },
            }
        );

        Assert.Equal(["A-1 approved: fine"], result.Burst.Lines);
        Assert.Empty(result.WorkflowState.Bookmarks);
    }

    [Fact]
    public async Task DelayFor_Callback_ContinuesWhenDue()
    {
        var waiting = await Runner.RunAsync<ApprovalWorkflow>(new RunWorkflowOptions { TriggerActivityId = "placed" });
        var timer = waiting.WorkflowState.Bookmarks.Single(bookmark => bookmark.DueAt is not null);
        Assert.Equal(_time.GetUtcNow().AddDays(1), timer.DueAt);

        var result = await Runner.RunAsync(
            waiting.Workflow,
            waiting.WorkflowState,
            new RunWorkflowOptions { BookmarkId = timer.Id.ToString(CultureInfo.InvariantCulture) }
        );

        Assert.Equal(["late"], result.Burst.Lines);
    }

    [Fact]
    public async Task EventBaseAndTimerBase_Elapse_CallTheirMethods()
    {
        var root = new Sequence
        {
            Activities =
            {
                new RefundRequested(),
                new Heartbeat { Minutes = new(2) },
            },
        };

        var waiting = await Runner.RunAsync(root);
        Assert.Equal(
            StimulusHash.Of("Elsa.Event", "refund.requested"),
            Assert.Single(waiting.WorkflowState.Bookmarks).Hash
        );
        var second = await Runner.RunAsync(
            waiting.Workflow,
            waiting.WorkflowState,
            new RunWorkflowOptions { StimulusPayload = "A-1" }
        );
        Assert.Equal(_time.GetUtcNow().AddMinutes(2), Assert.Single(second.WorkflowState.Bookmarks).DueAt);
        var last = await Runner.RunAsync(second.Workflow, second.WorkflowState);

        Assert.Equal(["refund A-1", "beat"], [.. second.Burst.Lines, .. last.Burst.Lines]);
    }

    [Fact]
    public async Task Designer_Editors_AreThoseOfTheAttributes()
    {
        var catalog = new DesignerCatalog(new ActivityCatalog().Add<Settings>(), ExpressionRegistry.Default);

        var activities = await catalog.ListActivitiesAsync(CultureInfo.InvariantCulture, [], CancellationToken.None);

        var settings = activities.Single(activity => activity.TypeName is "Shop.Settings");
        Assert.Equal(
            [
                "DebugMode:checkbox",
                "Stage:dropdown",
                "Nodes:radiolist",
                "Channels:checklist",
                "Document:json-editor",
                "Script:code-editor",
                "At:datetime-picker",
                "ApiKey:singleline",
                "Vehicle:dropdown",
            ],
            settings.Inputs.Select(input => $"{input.Name}:{input.UiHint}")
        );
        Assert.True(settings.Inputs.Single(input => input.Name is "ApiKey").IsSensitive);
        var choices = (IReadOnlyDictionary<string, object>)settings.Inputs[^1].UiSpecifications["dropdown"];
        Assert.Equal(
            [new InputOption("Bicycle", "1"), new InputOption("Van", "2")],
            ((ChoiceList)choices["selectList"]).Items
        );
    }

    [Fact]
    public async Task RunAsync_MistakeInAnExpression_SaysWhereItIs()
    {
        var root = new Say { Id = "say", Message = new(JavaScriptExpression.Create("1 +")) };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Runner.RunAsync(root));

        Assert.StartsWith("say: Message", failure.Message, StringComparison.Ordinal);
    }

    object? IServiceProvider.GetService(Type serviceType) => serviceType == typeof(IPriceList) ? this : null;

    ValueTask<decimal> IPriceList.FindAsync(string article, CancellationToken cancellationToken) =>
        ValueTask.FromResult(article is "tea" ? 12.5m : 0m);
}
