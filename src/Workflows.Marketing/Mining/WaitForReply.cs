using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Mining;

/// <summary>Waits until the contact answers.</summary>
[Activity(
    "Marketing",
    "Mine",
    "Waits until the contact answers in the chat, or until the time is over.",
    DisplayName = "Wait for reply",
    Icon = "reply"
)]
[FlowNode(Replied, TimedOut)]
public sealed class WaitForReply() : FittingWait(Replied)
{
    private const string Replied = "Replied";

    /// <summary>Words of which one has to be in it; empty for any answer.</summary>
    [Input(
        Description = "Words of which one has to be in the answer (its text). Empty: any answer.",
        UIHint = InputUIHints.MultiText,
        Order = 1
    )]
    public Input<ICollection<string>>? Words { get; set; }

    private protected override string EventType => InteractionEvents.Replied;

    private protected override bool Fits(ActivityExecutionContext context, ContactEvent told)
    {
        string[] words = [.. (context.Get(Words) ?? []).Select(word => word.Trim()).Where(word => word.Length > 0)];
        var text = EventFacts.Of(told)["text"];
        return words.Length == 0
            || Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
