using System.Globalization;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Entries;

/// <summary>
/// Begins a journey, or goes on, when a live session begins or was watched (S4-36): once for a session, however often it is told.
/// What was taken already, or was not watched long enough, goes by <c>Again</c>.
/// </summary>
[Activity(
    "Marketing",
    "Convert",
    "Starts when a live session begins, or when the contact watched one long enough; once for a session.",
    DisplayName = "Live",
    Icon = "live",
    Kind = ActivityKind.Trigger
)]
[FlowNode(Begins, Watched, Again)]
public sealed class Live : FactTrigger
{
    /// <summary>The attribute that knows the sessions which were taken, the latest last.</summary>
    internal const string Attribute = "liveSessions";

    private const string Begins = "Begins";
    private const string Watched = "Watched";
    private const string Again = "Again";
    private const int MostKept = 20;

    /// <summary>What counts. The default is both.</summary>
    [Input(
        DisplayName = "What counts",
        Description = "Whether a session that begins counts, one that was watched, or both.",
        UIHint = InputUIHints.CheckList,
        Options = new[] { Begins, Watched },
        DefaultValue = new[] { Begins, Watched },
        Order = 1
    )]
    public Input<ICollection<string>> Kinds { get; set; } = new([Begins, Watched]);

    /// <summary>Which sessions; those that begin with a word before <c>*</c>. Empty: all.</summary>
    [Input(
        Description = "Which sessions, by their ids over there, for example member-*. Empty: all.",
        UIHint = InputUIHints.MultiText,
        Order = 2
    )]
    public Input<ICollection<string>>? Sessions { get; set; }

    /// <summary>Where they are. Empty: anywhere.</summary>
    [Input(
        Description = "On which platforms, as events name them. Empty: anywhere.",
        UIHint = InputUIHints.MultiText,
        Order = 3
    )]
    public Input<ICollection<string>>? Platforms { get; set; }

    /// <summary>How many seconds of watching count. The default is 60.</summary>
    [Input(
        DisplayName = "Watched for (seconds)",
        Description = "How many seconds have to be watched until it counts.",
        DefaultValue = 60,
        Minimum = 0,
        Order = 4
    )]
    public Input<int> Seconds { get; set; } = new(60);

    private protected override IReadOnlyList<string> EventTypes => [LiveEvents.Started, LiveEvents.Watched];

    /// <inheritdoc/>
    protected override bool Admits(TriggerIndexingContext context, Stimulus stimulus) =>
        base.Admits(context, stimulus)
        && ContactStimulus.TryGetEvent(stimulus, out var told)
        && IsLongEnough(EventFacts.Of(told), context.Get(Seconds));

    private protected override bool Fits(
        EventFacts facts,
        Func<Input<ICollection<string>>?, ICollection<string>?> read
    ) =>
        read(Kinds)?.Contains(WayOf(facts.Type), StringComparer.OrdinalIgnoreCase) == true
        && facts["session"].Length > 0
        && facts.Is("session", read(Sessions))
        && facts.Is("platform", read(Platforms));

    private protected override async ValueTask BeginAsync(ActivityExecutionContext context, ContactEvent? received)
    {
        if (received is null)
        {
            // Started by hand: there is no session that could come twice.
            await context.CompleteActivityWithOutcomesAsync(Begins);
            return;
        }

        var facts = EventFacts.Of(received);
        context.JournalData["session"] = facts["session"];
        var isTaken = IsLongEnough(facts, context.Get(Seconds)) && Take(context, facts);
        await context.CompleteActivityWithOutcomesAsync(isTaken ? WayOf(facts.Type) : Again);
    }

    private static string WayOf(string type) => type is LiveEvents.Watched ? Watched : Begins;

    private static bool IsLongEnough(EventFacts facts, int seconds) =>
        facts.Type is not LiveEvents.Watched
        || (decimal.TryParse(facts["seconds"], CultureInfo.InvariantCulture, out var watched) ? watched : 0m)
            >= seconds;

    // Each journey takes a session for itself: another one that hears of it, too, begins as well.
    private static bool Take(ActivityExecutionContext context, EventFacts facts)
    {
        var contact = context.Contact();
        var own = $"{context.Instance.Graph.DefinitionId}|{WayOf(facts.Type)}|{facts["session"]}".Replace(' ', '_');
        string[] known = (contact.Attribute(Attribute) as string ?? "").Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
        if (known.Contains(own, StringComparer.Ordinal))
        {
            return false;
        }

        contact.SetAttribute(Attribute, string.Join(' ', known.TakeLast(MostKept - 1).Append(own)));
        context.EmitContactChanged(contact);
        return true;
    }
}
