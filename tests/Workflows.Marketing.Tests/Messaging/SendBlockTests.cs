using System.Reflection;
using Workflows.Marketing.Channels.WeCom.Blocks;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Expressions;

namespace Workflows.Marketing.Tests.Messaging;

public class SendBlockTests
{
    private static readonly DateTimeOffset Now = new(2021, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly Contact _contact = new(
        new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Now)
        {
            Identities = [new ContactIdentity(IdentityKind.Phone, "138")],
            Attributes = new Dictionary<string, object?>(StringComparer.Ordinal) { ["group"] = "wr1", ["city"] = "SH" },
        }
    );

    public static TheoryData<string> Types => [.. SendBlocks.ByType.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void Ports_AnyBlock_AreThoseTheDesignerShows(string type)
    {
        var block = SendBlocks.ByType[type];

        Assert.Equal(block.GetType().GetCustomAttribute<FlowNodeAttribute>()!.Outcomes, block.Ports);
        // Some go on with who comes or comes back, not with having been sent.
        Assert.Contains(block.Ports, port => port is "Sent" or "Joined" or "Returned" or "Located" or "Shared");
        Assert.Contains("Failed", block.Ports);
    }

    /// <summary>Where each block speaks, and by which relation it reaches somebody (S0-03, S0-64): none is without one.</summary>
    [Fact]
    public async Task Blocks_AllOfThem_SpeakOnTheirCarrierByTheirRelation()
    {
        List<string> spoken = [];
        foreach (var type in SendBlocks.ByType.Values.Select(block => block.GetType()))
        {
            var block = (SendBlock)Activator.CreateInstance(type)!;
            (block.Id, block.Template) = ("send", new Input<string>("first"));
            foreach (var (input, value) in new[] { ("Staff", "li"), ("Address", "a@b.cn"), ("Subject", "hi") })
            {
                type.GetProperty(input)?.SetValue(block, new Input<string>(value));
            }

            if (block is SendGroupMessage group)
            {
                group.Group = new Input<string>("wr1");
            }

            if (block is GetLocation where)
            {
                where.MiniProgram = new Input<string?>("wx1");
            }

            if (block is ShareCustomer share)
            {
                (share.From, share.Colleague) = (new Input<string?>("li"), new Input<string>("wu"));
            }

            var (_, burst) = await RunAsync(block);
            var message = Assert.Single(burst.Effects.OfType<OutboundMessage>());
            spoken.Add($"{type.Name} {message.Carrier} {message.Recipient.GetType().Name} {block.Relation}");
        }

        Assert.Equal(
            [
                "CallContact Call Person OptIn",
                "GetLocation Private Person Friend",
                "InviteBySms Sms Person OptIn",
                "PostMoments Moments Staff Friend",
                "PushToSidebar Sidebar Person Friend",
                "PutInPackage PackageCard Person OptIn",
                "SendEmail Email Person OptIn",
                "SendGroupMessage Group Group Group",
                "SendMiniProgramMessage MiniProgram Person Follower",
                "SendOfficialAccountMessage OfficialAccount Person Follower",
                "SendPrivateMessage Private Person Friend",
                "SendSms Sms Person OptIn",
                "SendToPublicPlatform Private Person Friend",
                "ShareCustomer StaffTask Staff Staff",
                "StaffTask StaffTask Staff Staff",
            ],
            spoken.Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Whatever a journey can send by says by which relation (S0-64); what does not cannot be registered.</summary>
    [Fact]
    public void Blocks_ThatSend_AreRegisteredWithTheirRelationOnly()
    {
        var senders = new ActivityCatalog(typeof(SendMessage).Assembly)
            .Descriptors.Select(descriptor => descriptor.ActivityType)
            .Where(type =>
                typeof(SendBlock).IsAssignableFrom(type)
                || type == typeof(SendMessage)
                || type.Name.StartsWith("Send", StringComparison.Ordinal)
            )
            .ToList();

        Assert.All(
            senders.Where(type => type.Namespace!.StartsWith("Workflows.Marketing", StringComparison.Ordinal)),
            type => Assert.NotNull(type.GetCustomAttribute<ReachesAttribute>())
        );
        Assert.Equal(SendBlocks.ByType.Count, senders.Count(type => typeof(SendBlock).IsAssignableFrom(type)));
        var refused = Assert.ThrowsAny<Exception>(() => ActivityCatalog.Check(typeof(Unrelated)));
        Assert.Contains("[Reaches]", $"{refused}", StringComparison.Ordinal);
    }

    [FlowNode("Sent")]
    private sealed class Unrelated() : SendBlock(Carrier.Sms, "sms")
    {
        private protected override Recipient RecipientOf(ActivityExecutionContext context) => TheContact(context);
    }

    [Theory]
    [InlineData(SendOutcome.Sent, false, "Sent")]
    [InlineData(SendOutcome.Unconfirmed, false, "Unconfirmed")]
    [InlineData(SendOutcome.QuotaReached, false, "QuotaReached")]
    [InlineData(SendOutcome.NotAFriend, false, "NotAFriend")]
    [InlineData(SendOutcome.Refused, false, "Refused")]
    [InlineData(SendOutcome.Refused, true, "Deferred")]
    [InlineData(SendOutcome.Failed, false, "Failed")]
    [InlineData(SendOutcome.Cancelled, false, "Refused")]
    [InlineData(SendOutcome.Expired, false, "Failed")]
    public async Task Run_EveryOutcome_LeavesByItsPort(SendOutcome outcome, bool isDeferred, string port)
    {
        var (runner, burst) = await RunAsync(
            new SendPrivateMessage { Id = "send", Template = new Input<string>("first") }
        );

        Assert.Null(OutcomeOf(burst));
        var message = Assert.IsType<OutboundMessage>(Assert.Single(burst.Effects));
        var bookmark = Assert.Single(burst.AddedBookmarks);
        Assert.Equal(MessageOutcome.HashOf(message.Key), bookmark.Hash);
        var told = new MessageOutcome(outcome, "why", Until: isDeferred ? Now.AddHours(1) : null);
        burst = await runner.ResumeAsync(
            burst.Instance,
            bookmark.Id,
            new ResumeOptions { StimulusPayload = told },
            new Turn(Now, _contact)
        );

        Assert.Equal(port, OutcomeOf(burst));
    }

    [Fact]
    public async Task Run_GroupMessage_CarriesWhatWasFilledIn()
    {
        var (_, burst) = await RunAsync(
            new SendGroupMessage
            {
                Id = "send",
                Template = new Input<string>("flash"),
                Group = new Input<string>(new ExpressionSource("Liquid", "{{ contact.group }}")),
                Text = new Input<string>(new ExpressionSource("Liquid", "hi {{ contact.city }}")),
                Picture = new Input<string?>("https://example.org/a.png"),
                MiniProgram = new Input<string?>("wx1"),
                MiniProgramPage = new Input<string?>("pages/a"),
                MiniProgramTitle = new Input<string?>("Buy"),
                Kind = new Input<string?>("sop"),
                OnLimit = new Input<string>("branch"),
                ExpiresAfter = new Input<TimeSpan?>(TimeSpan.FromHours(2)),
            }
        );

        var message = Assert.IsType<OutboundMessage>(Assert.Single(burst.Effects));
        Assert.Equal(
            (new Recipient.Group("wr1"), Carrier.Group, "wecom", "sop", LimitPolicy.Branch, Now.AddHours(2)),
            (message.Recipient, message.Carrier, message.Channel, message.Kind, message.OnLimit, message.ExpiresAt)
        );
        Assert.Equal(
            new MessageContent(
                "hi SH",
                [
                    new Attachment.Image(null, "https://example.org/a.png"),
                    new Attachment.MiniProgram("wx1", "pages/a", "Buy"),
                ]
            ),
            message.Content
        );
        Assert.Equal((_contact.Id, burst.Instance.Id), (message.ContactId, message.InstanceId));
    }

    [Fact]
    public async Task Run_TemplateFields_AreReadFromJson()
    {
        var (_, burst) = await RunAsync(
            new SendSms
            {
                Id = "send",
                Template = new Input<string>("code"),
                TemplateId = new Input<string?>("SMS_1"),
                Fields = new Input<object?>(new ExpressionSource("Liquid", """{"city":"{{ contact.city }}","n":3}""")),
            }
        );

        var message = Assert.IsType<OutboundMessage>(Assert.Single(burst.Effects));
        Assert.Equal(
            new Attachment.Fields(
                "SMS_1",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["city"] = "SH", ["n"] = "3" }
            ),
            Assert.Single(message.Content.Attachments)
        );
    }

    [Fact]
    public async Task Run_OptedOutContact_IsRefusedAtOnce()
    {
        _contact.Fold(new ContactEvent("shop", "1", "contact.opted-out", Now, [], """{"purpose":"marketing"}"""));

        var (_, burst) = await RunAsync(new SendSms { Id = "send", Template = new Input<string>("code") });

        Assert.Empty(burst.Effects);
        Assert.Equal("Refused", OutcomeOf(burst));
    }

    [Theory]
    [InlineData(1, false, "Refused", null)]
    [InlineData(1, true, null, "https://s.brand.cn/l/")]
    [InlineData(-1, false, null, "https://shop.cn/tea")]
    [InlineData(-1, true, null, "https://shop.cn/tea")]
    public async Task Run_LinkThatOpensLater_IsClosedOrNotSaid(int days, bool tracks, string? port, string? begins)
    {
        var opensAt = Now.AddDays(days);

        var (_, burst) = await RunAsync(
            new PostMoments
            {
                Id = "send",
                Template = new Input<string>("teaser"),
                Staff = new Input<string>("li"),
                LinkUrl = new Input<string?>("https://shop.cn/tea"),
                LinksOpenAt = new Input<DateTimeOffset?>(opensAt),
            },
            tracks ? new LinkTracker(new Uri("https://s.brand.cn")) { OnlyClosed = true } : null
        );

        Assert.Equal(port, OutcomeOf(burst));
        if (begins is null)
        {
            Assert.Empty(burst.Effects);
            return;
        }

        var message = Assert.Single(burst.Effects.OfType<OutboundMessage>());
        var link = Assert.IsType<Attachment.Link>(Assert.Single(message.Content.Attachments));
        Assert.StartsWith(begins, link.Url, StringComparison.Ordinal);
        Assert.Equal(
            days > 0 ? [opensAt] : Array.Empty<DateTimeOffset?>(),
            burst.Effects.OfType<LinkDropped>().Select(dropped => dropped.OpensAt)
        );
    }

    private async Task<(WorkflowRunner Runner, Burst Burst)> RunAsync(Activity activity, LinkTracker? links = null)
    {
        var sequence = new Sequence { Id = "root" };
        sequence.Activities.Add(activity);
        var definition = new WorkflowDefinition { DefinitionId = "test", RootActivity = sequence };
        var compilation = ShippedJourney.Compiler.Compile(definition);
        Assert.Empty(compilation.Diagnostics);
        var runner = new WorkflowRunner(new Links(links));
        var options = new StartOptions { InstanceId = Guid.CreateVersion7(Now), Subject = _contact.Id };
        return (runner, await runner.StartAsync(compilation.Graph!, options, new Turn(Now, _contact)));
    }

    private sealed class Links(LinkTracker? links) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(LinkTracker) ? links : null;
    }

    private static string? OutcomeOf(Burst burst) =>
        burst
            .JournalEntries.Where(entry =>
                entry.Outcomes is not null && burst.Instance.Graph.Nodes[entry.NodeId].ActivityId is "send"
            )
            .Select(entry => entry.Outcomes!.Names[0])
            .FirstOrDefault();
}
