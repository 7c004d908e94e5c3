using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Mining;

/// <summary>
/// Begins a journey, or goes on, when a contact takes part: likes or comments on a post, follows a link, answers (S2-48). The tag of
/// those who took part is put on once: the first time goes by <c>First</c>, further ones by <c>Again</c>.
/// </summary>
[Activity(
    "Marketing",
    "Mine",
    "Starts when a contact likes, comments, clicks or answers, and puts a tag on; First and Again tell whether it is news.",
    DisplayName = "Interaction",
    Icon = "interaction",
    Kind = ActivityKind.Trigger
)]
[FlowNode(First, Again)]
public sealed class Interaction : FactTrigger
{
    private const string First = "First";
    private const string Again = "Again";

    private static readonly (string Kind, string Type)[] Known =
    [
        ("Like", InteractionEvents.Liked),
        ("Comment", InteractionEvents.Commented),
        ("Click", ContactEventTypes.ContentClicked),
        ("Reply", InteractionEvents.Replied),
    ];

    /// <summary>What counts. The default is likes, comments and clicks.</summary>
    [Input(
        DisplayName = "What counts",
        Description = "What counts as taking part: likes and comments in Moments, clicks on tracked links, answers in the chat.",
        UIHint = InputUIHints.CheckList,
        Options = new[] { "Like", "Comment", "Click", "Reply" },
        DefaultValue = new[] { "Like", "Comment", "Click" },
        Order = 1
    )]
    public Input<ICollection<string>> Kinds { get; set; } = new(["Like", "Comment", "Click"]);

    /// <summary>Which messages; those that begin with a word before <c>*</c>. Empty: of all.</summary>
    [Input(
        Description = "Of which messages, by their templates: spring-3 or spring-*. Empty: of all. Answers have no template.",
        UIHint = InputUIHints.MultiText,
        Order = 2
    )]
    public Input<ICollection<string>>? Templates { get; set; }

    /// <summary>The tag; empty for none, and then every time is the first.</summary>
    [Input(Description = "The tag of those who took part. Empty: none, and every time goes by First.", Order = 3)]
    public Input<string?> Tag { get; set; } = default!;

    /// <summary>What the tag is about. The default is Campaign.</summary>
    [Input(
        DisplayName = "Tag family",
        Description = "What the tag is about: how far the follow-up has come, where the contact came from, what it is like, which campaigns it took part in.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "FollowUp", "Source", "Attribute", "Campaign" },
        DefaultValue = "Campaign",
        Order = 4
    )]
    public Input<string> Family { get; set; } = new("Campaign");

    private protected override IReadOnlyList<string> EventTypes => [.. Known.Select(one => one.Type)];

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) =>
        Known.Any(one =>
            one.Type.Equals(facts.Type, StringComparison.Ordinal)
            && read(Kinds)?.Contains(one.Kind, StringComparer.OrdinalIgnoreCase) == true
        ) && (facts.Type is InteractionEvents.Replied || facts.Is("template", read(Templates)));

    private protected override async ValueTask BeginAsync(ActivityExecutionContext context, ContactEvent? received)
    {
        var tag = context.Get(Tag)?.Trim() ?? "";
        var family = Enum.TryParse<TagFamily>(Family.Get(context), ignoreCase: true, out var known)
            ? known
            : TagFamily.Campaign;
        var isFirst = tag.Length == 0 || !context.Contact().Tags.Contains(tag, StringComparer.Ordinal);
        if (isFirst)
        {
            await context.PutTagAsync(new TagMark(tag, family, context.Now, context.Instance.Graph.DefinitionId));
        }

        await context.CompleteActivityWithOutcomesAsync(isFirst ? First : Again);
    }
}
