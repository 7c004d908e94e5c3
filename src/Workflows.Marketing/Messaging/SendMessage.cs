using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging;

/// <summary>Sends one message to the journey's contact, once: it leaves if, and only if, the turn's commit succeeds.</summary>
[Activity("Marketing", "Nurture", "Sends one message to the contact.", DisplayName = "Send message", Icon = "message")]
[FlowNode("Sent", "Refused")]
public sealed class SendMessage : CodeActivity
{
    /// <summary>The channel that carries the message.</summary>
    [Input(
        Description = "The channel that carries the message.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(ChannelOptions),
        DefaultValue = "webhook"
    )]
    public Input<string> Channel { get; set; } = new("webhook");

    /// <summary>Which message it is, for reports and for people.</summary>
    [Input(Description = "Which message it is, as reports name it, for example win-back.", IsRequired = true)]
    public Input<string> Template { get; set; } = default!;

    /// <summary>The message text; <c>{{ contact.name }}</c> and the like are filled in.</summary>
    [Input(
        Description = "What the message says; {{ contact.name }} and the like are filled in.",
        UIHint = InputUIHints.MultiLine,
        DefaultSyntax = "Liquid"
    )]
    public Input<string> Text { get; set; } = new("");

    /// <summary>Why it is sent; consent and limits are judged by it.</summary>
    [Input(
        Description = "Why it is sent: contacts can refuse marketing and still get service messages.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "marketing", "service" },
        DefaultValue = "marketing"
    )]
    public Input<string> Purpose { get; set; } = new("marketing");

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var channel = Channel.Get(context) ?? "webhook";
        var purpose = Purpose.Get(context) ?? "marketing";
        var template = Template.Get(context) ?? "";
        context.JournalData["template"] = template;
        if (contact.Refuses(channel, purpose))
        {
            context.JournalData["reason"] = "opted_out";
            return context.CompleteActivityWithOutcomesAsync("Refused");
        }

        var graph = context.Instance.Graph;
        context.Emit(
            new OutboundMessage(
                context.EffectKey(),
                new Recipient.Person(contact.Id, contact.Identities),
                Carriers.Of(channel),
                channel,
                template,
                new MessageContent(Text.Get(context) ?? ""),
                purpose,
                context.Now,
                graph.DefinitionId,
                graph.Version
            )
            {
                InstanceId = context.Instance.Id,
                Priority = JourneyPriority.Of(graph),
            }
        );
        return context.CompleteActivityWithOutcomesAsync("Sent");
    }
}
