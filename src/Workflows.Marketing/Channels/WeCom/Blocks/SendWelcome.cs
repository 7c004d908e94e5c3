using Workflows.Marketing.Channels.WeCom.Welcome;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Channels.WeCom.Blocks;

/// <summary>
/// Greets a customer who has just added a member of staff. WeCom grants 20 seconds for it, so the message overtakes all others in the
/// outbox; for such friends the welcome plan has to leave the greeting to the journey. The block waits for what becomes of it.
/// </summary>
[Activity(
    "Marketing",
    "Acquire",
    "Greets a customer who has just added a member of staff: within 20 seconds, and once.",
    DisplayName = "Send welcome message",
    Icon = "welcome"
)]
[FlowNode(SendPorts.Sent, SendPorts.NotAFriend, SendPorts.Refused, SendPorts.Failed)]
[Reaches(DirectRelation.Friend)]
public sealed class SendWelcome : Activity
{
    private static readonly string[] Ports =
    [
        SendPorts.Sent,
        SendPorts.NotAFriend,
        SendPorts.Refused,
        SendPorts.Failed,
    ];

    /// <summary>Which greeting it is, for reports and for people.</summary>
    [Input(Description = "Which greeting it is, as reports name it, for example store-opening.", IsRequired = true)]
    public Input<string> Template { get; set; } = default!;

    /// <summary>The greeting; <c>{{ contact.name }}</c> and the like are filled in.</summary>
    [Input(
        Description = "What the greeting says; {{ contact.name }} and the like are filled in. At most 4,000 bytes.",
        UIHint = InputUIHints.MultiLine,
        DefaultSyntax = "Liquid"
    )]
    public Input<string> Text { get; set; } = new("");

    /// <summary>In whose name; null for the member of staff who was added last.</summary>
    [Input(Description = "In whose name, by user id. Empty: the member of staff who was just added.")]
    public Input<string>? Staff { get; set; }

    /// <summary>Whether its links are replaced by short ones whose clicks are counted. The default is true.</summary>
    [Input(
        DisplayName = "Track links",
        Description = "Whether its links are replaced by short ones, so that clicks and orders are counted for it.",
        DefaultValue = true,
        Category = "Tracking"
    )]
    public Input<bool> TrackLinks { get; set; } = new(true);

    /// <summary>How many days after a click, or after it was said, an order counts for it; null for 7.</summary>
    [Input(
        DisplayName = "Orders count for (days)",
        Description = "How many days after a click, or after it was said, an order counts for it. Empty: as the content says, else 7.",
        Category = "Tracking"
    )]
    public Input<int?>? AttributionDays { get; set; }

    /// <summary>Why it ended so, for reports.</summary>
    [Output(
        DisplayName = "Reason code",
        Description = "Why it ended so, for example opted_out; empty when it was sent."
    )]
    public Output<string>? ReasonCode { get; set; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var template = Template.Get(context) ?? "";
        context.JournalData["template"] = template;
        if (contact.Refuses(WelcomeChannel.ChannelName, "service"))
        {
            return EndAsync(context, new MessageOutcome(SendOutcome.Refused, ReasonCodes.OptedOut));
        }

        context.EmitAndWait(
            BlockContent.Track(
                context,
                Compose(context, contact, template),
                content: null,
                context.Get(TrackLinks),
                new LinkTerms(context.Get(AttributionDays))
            ),
            EndedAsync
        );
        return default;
    }

    private OutboundMessage Compose(ActivityExecutionContext context, Contact contact, string template)
    {
        var graph = context.Instance.Graph;
        return new OutboundMessage(
            context.EffectKey(),
            new Recipient.Person(contact.Id, contact.Identities),
            Carrier.Welcome,
            WelcomeChannel.ChannelName,
            template,
            new MessageContent(Text.Get(context) ?? ""),
            "service",
            context.Now,
            graph.DefinitionId,
            graph.Version
        )
        {
            Sender = context.Get(Staff) is { Length: > 0 } staff ? staff : null,
            Kind = "welcome",
            Priority = int.MaxValue,
            InstanceId = context.Instance.Id,
        };
    }

    private ValueTask EndedAsync(ActivityExecutionContext context) => EndAsync(context, context.TakeOutcome());

    private ValueTask EndAsync(ActivityExecutionContext context, MessageOutcome outcome)
    {
        context.NoteOutcome(outcome);
        context.Set(ReasonCode, outcome.ReasonCode ?? "");
        return context.CompleteActivityWithOutcomesAsync(SendPorts.Of(Ports, outcome));
    }
}
