using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Mining;

/// <summary>Waits until the contact follows a tracked link.</summary>
[Activity(
    "Marketing",
    "Mine",
    "Waits until the contact follows a tracked link, or until the time is over.",
    DisplayName = "Wait for click",
    Icon = "click"
)]
[FlowNode(Clicked, TimedOut)]
public sealed class WaitForClick() : FittingWait(Clicked)
{
    private const string Clicked = "Clicked";

    /// <summary>Of which messages; empty for all.</summary>
    [Input(
        Description = "Of which messages, by their templates: spring-3 or spring-*. Empty: of all.",
        UIHint = InputUIHints.MultiText,
        Order = 1
    )]
    public Input<ICollection<string>>? Templates { get; set; }

    private protected override string EventType => ContactEventTypes.ContentClicked;

    private protected override bool Fits(ActivityExecutionContext context, ContactEvent told) =>
        EventFacts.Of(told).Is("template", context.Get(Templates));
}
