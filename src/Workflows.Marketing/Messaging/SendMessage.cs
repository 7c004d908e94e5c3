using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Messaging;

/// <summary>Sends one message to the journey's contact, once: it leaves if, and only if, the turn's commit succeeds.</summary>
[Activity("Marketing", "Nurture", "Sends one message to the contact.", DisplayName = "Send message", Icon = "message")]
[FlowNode("Sent", "Refused")]
[Reaches(DirectRelation.OptIn)]
public sealed class SendMessage : CodeActivity
{
    /// <summary>The channel that carries the message.</summary>
    [Input(
        Description = "The channel that carries the message, an official one: tools that send by themselves put the account at risk.",
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

    /// <summary>The content of the library that it says.</summary>
    [Input(
        Description = "An approved content of the library. A text given here replaces its words; attachments come on top of it.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(ContentOptions)
    )]
    public Input<string?>? Content { get; set; }

    /// <summary>Whether its links are replaced by short ones whose clicks are counted. The default is true.</summary>
    [Input(
        DisplayName = "Track links",
        Description = "Whether its links are replaced by short ones, so that clicks and orders are counted for it.",
        DefaultValue = true,
        Category = "Tracking"
    )]
    public Input<bool> TrackLinks { get; set; } = new(true);

    /// <summary>How many days after a click, or after it was said, an order counts for it.</summary>
    [Input(
        DisplayName = "Orders count for (days)",
        Description = "How many days after a click, or after it was said, an order counts for it. Empty: as the content says, else 7.",
        Category = "Tracking"
    )]
    public Input<int?>? AttributionDays { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var channel = Channel.Get(context) ?? "webhook";
        var named = context.Get(Content)?.Trim() is { Length: > 0 } name ? name : null;
        var content = named is null ? null : await BlockContent.FindAsync(context, named, Carriers.Of(channel));
        var message = Compose(context, channel, content);
        context.JournalData["template"] = message.Template;
        context.JournalData["content"] = message.Source?.ToString() ?? named;
        if (named is not null && content is null)
        {
            await RefuseAsync(context, ContentJudge.NotApproved);
            return;
        }

        if (context.Contact().Refuses(channel, message.Purpose))
        {
            await RefuseAsync(context, ReasonCodes.OptedOut);
            return;
        }

        context.Emit(
            BlockContent.Track(
                context,
                message,
                content,
                context.Get(TrackLinks),
                new LinkTerms(context.Get(AttributionDays))
            )
        );
        await context.CompleteActivityWithOutcomesAsync("Sent");
    }

    private OutboundMessage Compose(ActivityExecutionContext context, string channel, FilledContent? content)
    {
        var contact = context.Contact();
        var graph = context.Instance.Graph;
        var item = content?.Version.Item;
        return new OutboundMessage(
            context.EffectKey(),
            new Recipient.Person(contact.Id, contact.Identities),
            Carriers.Of(channel),
            channel,
            Template.Get(context) is { Length: > 0 } template ? template : item?.Id ?? "",
            new MessageContent(
                Text.Get(context) is { Length: > 0 } text ? text : content?.Content.Text ?? "",
                content?.Content.Attachments ?? []
            ),
            Purpose.Get(context) ?? "marketing",
            context.Now,
            graph.DefinitionId,
            graph.Version
        )
        {
            InstanceId = context.Instance.Id,
            Source = content?.Version.Ref,
            Kind = item?.Theme?.ToString().ToLowerInvariant(),
            Product = item?.Product,
            Priority = JourneySettings.Of(graph).Priority,
        };
    }

    private static ValueTask RefuseAsync(ActivityExecutionContext context, string reason)
    {
        context.JournalData["reason"] = reason;
        return context.CompleteActivityWithOutcomesAsync("Refused");
    }
}
