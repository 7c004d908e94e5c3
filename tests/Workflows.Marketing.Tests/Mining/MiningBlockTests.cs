using Workflows.Marketing.Contacts;
using Workflows.Marketing.Mining;
using Workflows.Marketing.Service;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Tests.Mining;

/// <summary>What customers do that shows intent, block by block: each way out, and what counts once.</summary>
public sealed class MiningBlockTests
{
    private const string Day = "checkin.completed";
    private const string Lesson = "lesson.finished";

    private static readonly ContactIdentity Name = new(IdentityKind.ExternalUserId, "woA");

    [Theory]
    [InlineData("days=3", "0 24 48", "yes", true)]
    [InlineData("days=3", "0 1 2 24 25 48", "yes", true)] // a day counts once
    [InlineData("days=3", "0 24 25 26", "no", false)]
    [InlineData("days=3 task=baby", "0 24 48", "no", false)]
    [InlineData("days=1", "0", "yes", true)]
    public async Task CheckIn_EnoughDays_ShowsIntentOnce(string inputs, string hours, string said, bool isTagged)
    {
        var run = await Played.Async(
            Task("CheckInTask", inputs),
            [.. hours.Split(' ').Select(hour => (double.Parse(hour, null) + 0.5, Day, (string?)"""{"task":"mum"}"""))]
        );

        Assert.Equal(said, Played.Said(run));
        Assert.Equal(isTagged ? ["intent"] : [], run.Contact.Tags);
    }

    [Fact]
    public async Task CheckIn_DoneTwice_IsTaggedOnce()
    {
        var run = await Played.Async(
            Task("CheckInTask", "days=1"),
            (1, Day, null),
            (2, "journey.begins", null),
            (30, Day, null)
        );

        Assert.Equal("yes yes", Played.Said(run));
        Assert.Equal(Played.Start.AddHours(1), Assert.Single(run.Contact.TagMarks).At);
    }

    [Theory]
    [InlineData("CheckInTask", "days=1 reward=满减券", Day, null, "yes shown yes")]
    [InlineData("CourseTask", "lessons=1", Lesson, """{"lesson":"a"}""", "yes shown yes")]
    [InlineData("CheckInTask", "days=9", Day, null, "no no")]
    public async Task Task_DoneTwice_TellsOfTheIntentOnce(
        string block,
        string inputs,
        string type,
        string? data,
        string said
    )
    {
        var drawn = $"""
            {Task(block, inputs)}
            Intent1 Marketing.ContactEvent eventTypes=["{IntentEvents.Shown}"] -> Shown1
            Shown1 Marketing.SendPrivateMessage template=shown text=a * -> End1
            """;

        var run = await Played.Async(drawn, (1, type, data), (2, "journey.begins", null), (30, type, data));

        Assert.Equal(said.Split(' ').Order(), Played.Said(run).Split(' ').Order());
    }

    [Fact]
    public async Task CheckIn_Reached_TellsWhatWasDoneAndPromised()
    {
        var contact = new Contact(
            new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Played.Start) { Identities = [Name] }
        );
        var compiled = ShippedJourney.Compiler.Compile(
            new WorkflowDefinition
            {
                DefinitionId = "camp",
                RootActivity = new CheckInTask
                {
                    Id = "task",
                    Task = new Input<string?>("meals"),
                    Days = new Input<int>(1),
                    Reward = new Input<string?>(" 满减券 "),
                },
            }
        );
        var runner = new WorkflowRunner(new ContactServices(await ShippedJourney.RuleSetsAsync()));
        var turn = new Turn(Played.Start, contact);
        var burst = await runner.StartAsync(
            compiled.Graph!,
            new StartOptions { InstanceId = Guid.CreateVersion7(Played.Start) },
            turn
        );

        burst = await runner.ResumeAsync(
            burst.Instance,
            Assert.Single(burst.AddedBookmarks).Id,
            new ResumeOptions
            {
                StimulusPayload = new ContactEvent("app", "1", Day, Played.Start, [Name], """{"task":"meals"}"""),
            },
            turn
        );

        var told = Assert.Single(burst.Effects.OfType<EventTold>()).Event;
        Assert.Equal(
            (IntentEvents.Shown, """{"by":"check-in","task":"meals","count":1,"reward":"满减券","journey":"camp"}"""),
            (told.Type, told.Data)
        );
    }

    [Theory]
    [InlineData("lessons=2", "a b", "yes")]
    [InlineData("lessons=2", "a a", "no")]
    [InlineData("lessons=2 course=camp", "a b", "yes")]
    [InlineData("lessons=2 course=other", "a b", "no")]
    public async Task Course_EnoughLessons_EachOnce(string inputs, string lessons, string said)
    {
        var run = await Played.Async(
            Task("CourseTask", inputs),
            [
                .. lessons
                    .Split(' ')
                    .Select((lesson, i) => (i + 1.0, Lesson, (string?)$$"""{"course":"camp","lesson":"{{lesson}}"}""")),
            ]
        );

        Assert.Equal(said, Played.Said(run));
    }

    [Theory]
    [InlineData(
        "WaitForClick templates=[\"spring-*\"] Clicked",
        "content.clicked",
        """{"template":"spring-1"}""",
        "yes"
    )]
    [InlineData("WaitForClick templates=[\"spring-*\"] Clicked", "content.clicked", """{"template":"daily"}""", "no")]
    [InlineData("WaitForClick Clicked", "content.clicked", """{"template":"daily"}""", "yes")]
    [InlineData("WaitForReply Replied", "message.received", null, "yes")]
    [InlineData("WaitForReply words=[\"价格\"] Replied", "message.received", """{"text":"请问价格"}""", "yes")]
    [InlineData("WaitForReply words=[\"价格\"] Replied", "message.received", """{"text":"你好"}""", "no")]
    [InlineData("WaitForOrder Ordered", "order.paid", """{"amount":1}""", "yes")]
    [InlineData("WaitForOrder amountAtLeast=100 Ordered", "order.paid", """{"amount":100}""", "yes")]
    [InlineData("WaitForOrder amountAtLeast=100 Ordered", "order.paid", """{"amount":99.99}""", "no")]
    [InlineData(
        "WaitForOrder product=tea Ordered",
        "order.paid",
        """{"lines":[{"sku":"tea","quantity":1,"amount":9}]}""",
        "yes"
    )]
    [InlineData(
        "WaitForOrder product=tea Ordered",
        "order.paid",
        """{"lines":[{"sku":"cup","quantity":1,"amount":9}]}""",
        "no"
    )]
    public async Task Wait_ForWhatFits_PassesOverTheRest(string block, string type, string? data, string said)
    {
        string[] words = block.Split(' ');
        var run = await Played.Async(
            Task(words[0], string.Join(' ', words[1..^1]), words[^1], tag: ""),
            (1, type, data)
        );

        Assert.Equal(said, Played.Said(run));
    }

    [Fact]
    public async Task Wait_FitsAfterSomethingElse_InTimeOnly()
    {
        const string Tea = """{"lines":[{"sku":"tea","quantity":1,"amount":9}]}""";
        var drawn = Task("WaitForOrder", "product=tea", "Ordered", tag: "");

        var inTime = await Played.Async(drawn, (1, "order.paid", """{"amount":1}"""), (2, "order.paid", Tea));
        var late = await Played.Async(drawn, (1, "order.paid", """{"amount":1}"""), (24 * 11, "order.paid", Tea));

        Assert.Equal(("yes", "no"), (Played.Said(inTime), Played.Said(late)));
    }

    [Fact]
    public async Task Survey_Answers_BecomeAttributesAndTags()
    {
        var drawn = Task(
            "Survey",
            "surveyName=needs attributes=[\"budget=>budget\",\"rooms=>rooms\"] tags=[\"budget:high=>rich\",\"budget:low=>poor\"]",
            "Answered",
            tag: ""
        );

        var run = await Played.Async(
            drawn,
            (1, "survey.answered", """{"survey":"other","answers":{"budget":"low"}}"""),
            (2, "survey.answered", """{"survey":"needs","answers":{"budget":"High","rooms":3}}""")
        );
        var silent = await Played.Async(drawn, (1, "survey.answered", """{"survey":"needs"}"""));

        Assert.Equal("yes", Played.Said(run));
        Assert.Equal(("High", 3L), (run.Contact.Attribute("budget"), run.Contact.Attribute("rooms")));
        Assert.Equal(["rich"], run.Contact.Tags);
        Assert.Equal("yes", Played.Said(silent));
        Assert.Empty(silent.Contact.Tags);
    }

    private static string Task(string block, string inputs, string port = "Reached", string tag = " tag=intent") =>
        $"""
            In1 Marketing.ContactEvent eventTypes=["journey.begins"] -> Task1
            Task1 Marketing.{block} {inputs}{tag} timeout=10.00:00:00 {port} -> Yes1
            Task1 TimedOut -> No1
            Yes1 Marketing.SendPrivateMessage template=yes text=a * -> End1
            No1 Marketing.SendPrivateMessage template=no text=a * -> End1
            End1 Elsa.End
            """;
}
