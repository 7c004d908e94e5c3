using Workflows.Marketing.Channels.WeCom.Blocks;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Entries;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Tests.Entries;

public sealed class EntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly Contact _contact = new(
        new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Now)
        {
            Identities = [new ContactIdentity(IdentityKind.Phone, "13800000001")],
        }
    );

    [Theory]
    [InlineData("Douyin", """{"state":"a","source":"Poster"}""", "Douyin")]
    [InlineData(null, """{"state":"a","source":"Poster"}""", "Poster")]
    [InlineData(null, """{"state":"a"}""", null)]
    public async Task Entry_Begin_PutsTheSourceTagOn(string? set, string data, string? tag)
    {
        var block = new QrScanned { Id = "block", SourceTag = new Input<string?>(set) };

        await BeginAsync(block, new ContactEvent("wecom", "1", "wecom.friend_added", Now, [], data));

        Assert.Equal(tag is null ? [] : [tag], _contact.Tags);
        Assert.All(_contact.TagMarks, mark => Assert.Equal(TagFamily.Source, mark.Family));
    }

    [Theory]
    [InlineData(typeof(QrScanned), "wecom.friend_added")]
    [InlineData(typeof(GroupJoined), "group.joined")]
    [InlineData(typeof(PackageCardScanned), "wecom.friend_added")]
    [InlineData(typeof(AdLead), "lead.ad")]
    [InlineData(typeof(MediaLead), "lead.media")]
    [InlineData(typeof(FissionInvited), "group.joined")]
    public async Task Entry_OfEachChannel_PutsItsTagOn(Type type, string told)
    {
        var block = (EntryTrigger)Activator.CreateInstance(type)!;
        (block.Id, block.SourceTag) = ("block", new Input<string?>(type.Name));

        const string Data = """{"state":"package-1","invite":"i.spring.AY8AAAAAcACAAAAAAAAAAQ"}""";
        await BeginAsync(block, new ContactEvent("test", "1", told, Now, [], Data));

        Assert.Equal([type.Name], _contact.Tags);
    }

    [Theory]
    [InlineData("group.joined", "Group")]
    [InlineData("wecom.friend_added", "Friend")]
    public async Task PackageCard_Begin_SaysWhereTheCodeLed(string type, string outcome)
    {
        var burst = await BeginAsync(
            new PackageCardScanned { Id = "block", Groups = new Input<ICollection<string>>(["wrA"]) },
            new ContactEvent("wecom", "1", type, Now, [], """{"state":"package-1","group":"wrA"}""")
        );

        Assert.Equal(outcome, OutcomeOf(burst));
    }

    [Theory]
    [InlineData("wecom.friend_added", "Joined")]
    [InlineData("group.joined", "Joined")]
    [InlineData(null, "TimedOut")]
    public async Task InviteBySms_Contact_IsWaitedForFromTheStart(string? type, string outcome)
    {
        var (runner, burst) = await RunAsync(
            new InviteBySms
            {
                Id = "block",
                Template = new Input<string>("come"),
                Text = new Input<string>("来"),
            }
        );
        Assert.Equal(Carrier.Sms, Assert.IsType<OutboundMessage>(Assert.Single(burst.Effects)).Carrier);
        var (sent, waits) = (
            burst.AddedBookmarks.Single(one => one.Name is MessageOutcome.StimulusName),
            burst.AddedBookmarks.Where(one => one.Name is ContactStimulus.Name).ToList()
        );
        Assert.Equal([Now.AddDays(7), null], waits.Select(one => one.DueAt));

        burst = await runner.ResumeAsync(
            burst.Instance,
            sent.Id,
            new ResumeOptions { StimulusPayload = new MessageOutcome(SendOutcome.Sent) },
            new Turn(Now, _contact)
        );
        Assert.Null(OutcomeOf(burst));
        var payload = type is null ? null : new ContactEvent("wecom", "1", type, Now, []);
        var wait = waits[type is "group.joined" ? 1 : 0];
        burst = await runner.ResumeAsync(
            burst.Instance,
            wait.Id,
            new ResumeOptions { StimulusPayload = payload },
            new Turn(Now.AddDays(7), _contact)
        );

        Assert.Equal(outcome, OutcomeOf(burst));
    }

    [Theory]
    [InlineData(SendOutcome.Failed, "Failed")]
    [InlineData(SendOutcome.QuotaReached, "QuotaReached")]
    [InlineData(SendOutcome.Sent, null)]
    [InlineData(SendOutcome.Unconfirmed, null)]
    public async Task InviteBySms_WhatCannotHaveArrived_EndsTheWait(SendOutcome outcome, string? port)
    {
        var (runner, burst) = await RunAsync(new InviteBySms { Id = "block", Template = new Input<string>("come") });
        var sent = burst.AddedBookmarks.Single(one => one.Name is MessageOutcome.StimulusName);

        burst = await runner.ResumeAsync(
            burst.Instance,
            sent.Id,
            new ResumeOptions { StimulusPayload = new MessageOutcome(outcome) },
            new Turn(Now, _contact)
        );

        Assert.Equal(port, OutcomeOf(burst));
    }

    private async Task<Burst> BeginAsync(Activity trigger, ContactEvent told)
    {
        var graph = Compile(trigger);
        var options = new StartOptions
        {
            InstanceId = Guid.CreateVersion7(Now),
            Subject = _contact.Id,
            TriggerActivityId = "block",
            StimulusPayload = told,
        };
        return await new WorkflowRunner().StartAsync(graph, options, new Turn(Now, _contact));
    }

    private async Task<(WorkflowRunner Runner, Burst Burst)> RunAsync(Activity activity)
    {
        var runner = new WorkflowRunner();
        var options = new StartOptions { InstanceId = Guid.CreateVersion7(Now), Subject = _contact.Id };
        return (runner, await runner.StartAsync(Compile(activity), options, new Turn(Now, _contact)));
    }

    private static WorkflowGraph Compile(Activity activity)
    {
        var sequence = new Sequence { Id = "root" };
        sequence.Activities.Add(activity);
        var definition = new WorkflowDefinition { DefinitionId = "test", RootActivity = sequence };
        var compilation = ShippedJourney.Compiler.Compile(definition);
        Assert.Empty(compilation.Diagnostics);
        return compilation.Graph!;
    }

    private static string? OutcomeOf(Burst burst) =>
        burst
            .JournalEntries.Where(entry =>
                entry.Outcomes is not null && burst.Instance.Graph.Nodes[entry.NodeId].ActivityId is "block"
            )
            .Select(entry => entry.Outcomes!.Names[0])
            .FirstOrDefault();
}
