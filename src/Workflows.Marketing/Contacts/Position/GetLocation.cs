using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// Asks the contact for the position (S0-38): sends a page or a mini-program that asks for consent first, and waits for the one answer. The position is
/// kept as attributes of the contact, with consent only.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Asks the contact for the position with consent, on a page or in a mini-program, and waits for the answer.",
    DisplayName = "Get location",
    Icon = "location"
)]
[FlowNode(
    Located,
    Declined,
    TimedOut,
    SendPorts.QuotaReached,
    SendPorts.NotAFriend,
    SendPorts.Deferred,
    SendPorts.Refused,
    SendPorts.Failed
)]
[Reaches(DirectRelation.Friend)]
public sealed class GetLocation() : SendBlock(Carrier.Private, "wecom")
{
    private const string Located = "Located";
    private const string Declined = "Declined";
    private const string TimedOut = "TimedOut";
    private const string Deadline = "deadline";

    /// <summary>The name under which a mini-program's page gets the code.</summary>
    public const string Parameter = "locate";

    /// <summary>What the position is for; the product's own words unless given.</summary>
    [Input(
        DisplayName = "What for",
        Description = "What the position is for: the customer reads it before agreeing. Empty: to find the nearest shop and group.",
        UIHint = InputUIHints.MultiLine,
        Order = 12
    )]
    public Input<string?> Why { get; set; } = default!;

    /// <summary>The version of these words; one that follows from them unless given.</summary>
    [Input(
        DisplayName = "Text version",
        Description = "The version of these words, as the ledger of consent keeps it. Empty: one that follows from the words.",
        Order = 13
    )]
    public Input<string?> TextVersion { get; set; } = default!;

    /// <summary>How long the contact has time.</summary>
    [Input(
        DisplayName = "Wait for the answer",
        Description = "How long to wait for the answer, for example 1.00:00:00 for a day; then the page says that it is over.",
        DefaultValue = "1.00:00:00",
        Order = 14
    )]
    public Input<TimeSpan> WaitFor { get; set; } = new(TimeSpan.FromDays(1));

    /// <summary>The title of the card.</summary>
    [Input(
        DisplayName = "Card title",
        Description = "The title of the card that opens the page or the mini-program.",
        DefaultValue = "分享位置，找离您最近的门店",
        DefaultSyntax = "Liquid",
        Category = "Attachments",
        Order = 21
    )]
    public Input<string?> Title { get; set; } = new("分享位置，找离您最近的门店");

    /// <summary>The mini-program that asks instead of the page.</summary>
    [Input(
        DisplayName = "Mini-program",
        Description = "The app id of the mini-program that asks. Empty: a page of this server does.",
        Category = "Attachments",
        Order = 23
    )]
    public Input<string?> MiniProgram { get; set; } = default!;

    /// <summary>The mini-program's page.</summary>
    [Input(
        DisplayName = "Mini-program page",
        Description = "The page of the mini-program, with its query; it gets locate=CODE.",
        Category = "Attachments",
        DefaultSyntax = "Liquid",
        Order = 24
    )]
    public Input<string?> MiniProgramPage { get; set; } = default!;

    /// <summary>Degrees north.</summary>
    [Output(Description = "Where the contact is, in degrees; nothing unless it was located.")]
    public Output<double?>? Latitude { get; set; }

    /// <summary>Degrees east.</summary>
    [Output(Description = "Where the contact is, in degrees; nothing unless it was located.")]
    public Output<double?>? Longitude { get; set; }

    // Nobody is named: whoever the contact is connected with says it.
    internal override string? SpeakerInput => "sender";

    private protected override Recipient RecipientOf(ActivityExecutionContext context) => TheContact(context);

    private protected override IReadOnlyList<Attachment> AttachmentsOf(ActivityExecutionContext context)
    {
        var title = Filled(context, Title) ?? "";
        var code = CodeOf(context);
        if (Filled(context, MiniProgram) is not { } app)
        {
            return [new Attachment.Link(title, PageOf(context, code))];
        }

        var page = Filled(context, MiniProgramPage) ?? "";
        var joint = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return [new Attachment.MiniProgram(app, $"{page}{joint}{Parameter}={code}", title)];
    }

    private protected override void WaitFurther(ActivityExecutionContext context)
    {
        var deadline = context.Now + context.Get(WaitFor);
        var ask = LocationAsk.Of(Filled(context, Why), Filled(context, TextVersion));
        var code = CodeOf(context);
        // It sells nothing: no order counts for it.
        context.Emit(
            new LinkDropped(context.EffectKey(code), context.EffectKey(), code, ask.ToTarget(), Days: 0, context.Now)
            {
                EndsAt = deadline,
            }
        );
        context.SetProperty(Deadline, deadline);
        Wait(context, LocationEvents.Shared, isTimed: true);
        Wait(context, LocationEvents.Declined);
    }

    // Where nobody confirmed, it may have been said all the same.
    private protected override ValueTask GoOnAsync(ActivityExecutionContext context, MessageOutcome outcome) =>
        outcome.Outcome is SendOutcome.Sent or SendOutcome.Unconfirmed
            ? ValueTask.CompletedTask
            : base.GoOnAsync(context, outcome);

    private static string CodeOf(ActivityExecutionContext context) => LinkCode.Of(context.EffectKey(Parameter), 0);

    private string PageOf(ActivityExecutionContext context, string code) =>
        context.GetService<LinkTracker>() is { } links
            ? links.Locate(code, Filled(context, LinkDomain) ?? JourneySettings.Of(context.Instance.Graph).LinkDomain)
            : throw new FaultException("NoLinkAddress", "There is no address at which customers reach this server.");

    private void Wait(ActivityExecutionContext context, string type, bool isTimed = false) =>
        context.WaitForEvent(type, ComeAsync, isTimed ? context.GetProperty<DateTimeOffset?>(Deadline) : null);

    private ValueTask ComeAsync(ActivityExecutionContext context)
    {
        if (ContactStimulus.FromPayload(context.StimulusPayload) is not { } told)
        {
            return context.CompleteActivityWithOutcomesAsync(TimedOut);
        }

        // The answer to another question says nothing about this one; one without a code was asked for elsewhere.
        var isOfAnother =
            new EventData(told.Data).Text("ask") is { } ask && !ask.Equals(CodeOf(context), StringComparison.Ordinal);
        var position = LocationFacts.PositionOf(told);
        var isShared = told.Type is LocationEvents.Shared;
        if (isOfAnother || (isShared && position is null))
        {
            // Only the bookmark of this type is used up.
            Wait(context, told.Type, isTimed: isShared);
            return ValueTask.CompletedTask;
        }

        if (!isShared)
        {
            return context.CompleteActivityWithOutcomesAsync(Declined);
        }

        context.Set(Latitude, position!.Value.Latitude);
        context.Set(Longitude, position.Value.Longitude);
        return context.CompleteActivityWithOutcomesAsync(Located);
    }
}
