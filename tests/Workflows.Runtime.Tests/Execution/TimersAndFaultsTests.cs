using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Activities.Looping;
using Workflows.Runtime.Activities.Waiting;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Journal;
using static Workflows.Runtime.Tests.Sample;

namespace Workflows.Runtime.Tests.Execution;

public sealed class TimersAndFaultsTests
{
    private readonly FakeTimeProvider _clock = new(Noon);

    [Fact]
    public async Task Delay_IsDueAfterItsTimeAndThenGoesOn()
    {
        var first = await StartAsync(
            Graph(Steps(new Delay(TimeSpan.FromDays(30)) { Id = "wait" }, Line("after"))),
            turn: Now()
        );
        var timer = Assert.Single(first.AddedBookmarks);
        Assert.Equal(Noon.AddDays(30), timer.DueAt);

        _clock.Advance(TimeSpan.FromDays(30));
        var second = await ResumeAsync(Stored(first.Instance), timer, Now());

        Assert.Equal(["after"], second.Lines);
        Assert.Equal(Noon.AddDays(30), second.Instance.FinishedAt);
    }

    [Fact]
    public async Task Cron_IsReadInTheWorkflowsTimeZone()
    {
        var compiler = new WorkflowCompiler(timeZone: TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var cron = new Cron { Id = "cron", CronExpression = new Input<string>("0 30 9 * * *") };

        var burst = await StartAsync(Graph(cron, compiler: compiler), turn: Now());

        Assert.Equal(
            new DateTimeOffset(2030, 1, 2, 1, 30, 0, TimeSpan.Zero),
            Assert.Single(burst.AddedBookmarks).DueAt
        );
    }

    [Fact]
    public async Task Retry_FailsTwiceThenSucceeds_WaitsLongerEachTime()
    {
        var failures = 2;
        var flaky = new Inline(context =>
        {
            if (failures-- > 0)
            {
                throw new TimeoutException("no answer");
            }
        })
        {
            Id = "flaky",
            CustomProperties = JsonElement.Parse(
                """{"resilienceStrategy":{"maxAttempts":3,"delay":"00:00:10","factor":2}}"""
            ),
        };
        var burst = await StartAsync(Graph(Steps(flaky, Line("after"))), turn: Now());
        var waits = new List<TimeSpan>();
        while (burst.AddedBookmarks is [var retry])
        {
            waits.Add(retry.DueAt!.Value - _clock.GetUtcNow());
            _clock.SetUtcNow(retry.DueAt.Value);
            burst = await ResumeAsync(Stored(burst.Instance), retry, Now());
        }

        Assert.Equal([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)], waits);
        Assert.Equal(["after"], burst.Lines);
        Assert.Empty(burst.Instance.Incidents);
    }

    [Fact]
    public async Task Retry_FaultThatSaysItIsNot_IsNotRetried()
    {
        var refused = new Inline(_ => throw new FaultException("BlockedContact", "The contact blocked us."))
        {
            Id = "send",
            CustomProperties = JsonElement.Parse("""{"resilienceStrategy":{"maxAttempts":3}}"""),
        };

        var burst = await StartAsync(Graph(refused));

        Assert.Equal("BlockedContact", Assert.Single(burst.Instance.Incidents).Code);
        Assert.Empty(burst.AddedBookmarks);
    }

    [Fact]
    public async Task Fault_DefaultStrategy_OtherBranchesComeToRestFirst()
    {
        var (start, fails, goesOn, after) = (
            Line("start"),
            new Inline(_ => throw new InvalidOperationException("boom")) { Id = "fails" },
            Line("goes on"),
            Line("after")
        );
        var flow = Flow(
            [start, fails, goesOn, after],
            (start, "Done", fails),
            (start, "Done", goesOn),
            (goesOn, "Done", after)
        );

        var burst = await StartAsync(Graph(flow));

        Assert.Equal(["start", "goes on", "after"], burst.Lines);
        Assert.Equal(WorkflowSubStatus.Faulted, burst.Instance.SubStatus);
        var incident = Assert.Single(burst.Instance.Incidents);
        Assert.Equal(
            ("fails", "InvalidOperationException", "boom"),
            (incident.ActivityId, incident.Code, incident.Message)
        );
    }

    [Fact]
    public async Task Fault_ContinueStrategy_InstanceStaysWithItsIncident()
    {
        var options = new WorkflowOptions(IncidentStrategy: IncidentStrategy.ContinueWithIncidents);

        var burst = await StartAsync(
            Graph(Steps(new Inline(_ => throw new InvalidOperationException("boom"))), options)
        );

        Assert.Equal(
            (WorkflowStatus.Running, WorkflowSubStatus.Suspended),
            (burst.Instance.Status, burst.Instance.SubStatus)
        );
        Assert.Single(burst.Instance.Incidents);
    }

    [Fact]
    public async Task Cancel_WaitingInstance_RemovesItsBookmarks()
    {
        var first = await StartAsync(Graph(new Event("never") { Id = "e" }));

        var burst = new WorkflowRunner().Cancel(first.Instance, Now());

        Assert.Equal(WorkflowSubStatus.Cancelled, burst.Instance.SubStatus);
        Assert.Equal(first.AddedBookmarks, burst.RemovedBookmarks);
        Assert.Empty((await ResumeAsync(burst.Instance, first.AddedBookmarks[0])).JournalEntries);
    }

    [Fact]
    public async Task Journal_TellsWhatHappenedInOrder()
    {
        var burst = await StartAsync(Graph(Steps(Line("a"), new Event("e") { Id = "e" })));

        Assert.Equal(
            [
                (1, JournalEvent.Started, "steps"),
                (2, JournalEvent.Started, "a"),
                (3, JournalEvent.Completed, "a"),
                (4, JournalEvent.Started, "e"),
                (5, JournalEvent.Suspended, "e"),
            ],
            burst.JournalEntries.Select(entry =>
                (entry.Sequence, entry.Event, burst.Instance.Graph.Nodes[entry.NodeId].ActivityId)
            )
        );
    }

    [Fact]
    public async Task Run_LoopThatNeverEnds_BecomesAnIncident()
    {
        var loop = new While
        {
            Id = "loop",
            Condition = new Input<bool>(true),
            Body = new Inline { Id = "body" },
        };

        var burst = await StartAsync(Graph(loop));

        Assert.Equal(WorkflowSubStatus.Faulted, burst.Instance.SubStatus);
        Assert.Equal("EndlessLoop", Assert.Single(burst.Instance.Incidents).Code);
    }

    [Fact]
    public async Task PublishEvent_Local_ResumesOnlyWhatWaitsInTheInstance()
    {
        var (start, waits, after) = (Line("start"), new Event("ping") { Id = "waits" }, Line("after"));
        var publish = new PublishEvent
        {
            Id = "publish",
            EventName = new Input<string>("ping"),
            IsLocalEvent = new Input<bool>(true),
        };
        var flow = Flow(
            [start, waits, publish, after],
            (start, "Done", waits),
            (start, "Done", publish),
            (waits, "Done", after)
        );

        var burst = await StartAsync(Graph(flow));

        var resume = Assert.IsType<ResumeInstance>(Assert.Single(burst.Effects));
        Assert.Equal((burst.Instance.Id, burst.Instance.Bookmarks[0].Id), (resume.InstanceId, resume.BookmarkId));
    }

    private Turn Now() => new(_clock.GetUtcNow());
}
