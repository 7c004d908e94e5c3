using Workflows.Marketing.Channels.WeCom.Blocks;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Tests.Channels.WeCom.Records;

public sealed class RecordBlockTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly Contact _contact = new(
        new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Now)
        {
            Identities = [new ContactIdentity(IdentityKind.ExternalUserId, "woA")],
            Relations = ContactRelations.Of([
                new Relation("li", RelationState.Exists, Now.AddDays(-9)),
                new Relation("zhou", RelationState.Exists, Now.AddDays(-1)),
                new Relation("wu", RelationState.Lost, Now, "staff"),
            ]),
        }
    );

    [Theory]
    [InlineData(SendOutcome.Sent, false, "Done")]
    [InlineData(SendOutcome.Sent, true, "Done")]
    [InlineData(SendOutcome.QuotaReached, false, "QuotaReached")]
    [InlineData(SendOutcome.NotAFriend, false, "NotAFriend")]
    [InlineData(SendOutcome.Refused, true, "Refused")]
    [InlineData(SendOutcome.Unconfirmed, false, "Failed")]
    public async Task TransferCustomer_Outcome_LeavesByItsPort(SendOutcome outcome, bool hasLeft, string port)
    {
        var (runner, burst) = await RunAsync(
            new TransferCustomer
            {
                Id = "block",
                To = new Input<string?>("wang"),
                HasLeft = new Input<bool>(hasLeft),
            }
        );

        var message = Assert.IsType<OutboundMessage>(Assert.Single(burst.Effects));
        Assert.Equal(
            ("zhou", Carrier.Record, new RecordChange.CustomerMove("wang", null, hasLeft)),
            (message.Sender, message.Carrier, RecordChange.Read(message.Content.Text))
        );
        burst = await runner.ResumeAsync(
            burst.Instance,
            Assert.Single(burst.AddedBookmarks).Id,
            new ResumeOptions { StimulusPayload = new MessageOutcome(outcome, "why") },
            new Turn(Now, _contact)
        );
        Assert.Equal(port, OutcomeOf(burst));
    }

    [Fact]
    public async Task NoteCustomer_LongText_IsCutToWhatWeComTakes()
    {
        var (_, burst) = await RunAsync(
            new NoteCustomer { Id = "block", Remark = new Input<string?>(new string('a', 30)) }
        );

        var message = Assert.IsType<OutboundMessage>(Assert.Single(burst.Effects));
        Assert.Equal(new RecordChange.Note(new string('a', 20), null, false), RecordChange.Read(message.Content.Text));
    }

    [Fact]
    public async Task TransferGroup_Run_AsksForTheGroup()
    {
        var (_, burst) = await RunAsync(
            new TransferGroup
            {
                Id = "block",
                Group = new Input<string?>("wrA"),
                To = new Input<string?>("wang"),
                HasLeft = new Input<bool>(true),
            }
        );

        var message = Assert.IsType<OutboundMessage>(Assert.Single(burst.Effects));
        Assert.Equal(
            (new Recipient.Group("wrA"), new RecordChange.GroupMove("wang", true), _contact.Id),
            (message.Recipient, RecordChange.Read(message.Content.Text), message.ContactId)
        );
    }

    [Theory]
    [InlineData(SendOutcome.Sent, "Sent")]
    [InlineData(SendOutcome.Expired, "Failed")]
    [InlineData(SendOutcome.Refused, "Refused")]
    public async Task SendWelcome_Outcome_IsWaitedFor(SendOutcome outcome, string port)
    {
        var (runner, burst) = await RunAsync(
            new SendWelcome
            {
                Id = "block",
                Template = new Input<string>("hello"),
                Text = new Input<string>("hi"),
            }
        );

        Assert.Null(OutcomeOf(burst));
        burst = await runner.ResumeAsync(
            burst.Instance,
            Assert.Single(burst.AddedBookmarks).Id,
            new ResumeOptions { StimulusPayload = new MessageOutcome(outcome) },
            new Turn(Now, _contact)
        );
        Assert.Equal(port, OutcomeOf(burst));
    }

    private async Task<(WorkflowRunner Runner, Burst Burst)> RunAsync(Activity activity)
    {
        var sequence = new Sequence { Id = "root" };
        sequence.Activities.Add(activity);
        var definition = new WorkflowDefinition { DefinitionId = "test", RootActivity = sequence };
        var compilation = ShippedJourney.Compiler.Compile(definition);
        Assert.Empty(compilation.Diagnostics);
        var runner = new WorkflowRunner();
        var options = new StartOptions { InstanceId = Guid.CreateVersion7(Now), Subject = _contact.Id };
        return (runner, await runner.StartAsync(compilation.Graph!, options, new Turn(Now, _contact)));
    }

    private static string? OutcomeOf(Burst burst) =>
        burst
            .JournalEntries.Where(entry =>
                entry.Outcomes is not null && burst.Instance.Graph.Nodes[entry.NodeId].ActivityId is "block"
            )
            .Select(entry => entry.Outcomes!.Names[0])
            .FirstOrDefault();
}
