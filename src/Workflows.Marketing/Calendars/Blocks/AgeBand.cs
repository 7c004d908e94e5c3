using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Audiences;
using Workflows.Marketing.Calendars.Days;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>
/// Begins the journey of contacts on the day after a child, or whoever the date is about, has come into another band of age (S0-28): the group of
/// the old band is not theirs any more.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Starts the journey of each contact on the day after the child has come into another band of age, counted from the birthday or the due date.",
    DisplayName = "Age band",
    Icon = "calendar",
    Kind = ActivityKind.Trigger
)]
public sealed class AgeBand : ContactDayTrigger
{
    private const string Usual = "0, 7, 13, 37";
    private static readonly Input<int> DayAfter = new(-1);

    /// <summary>The attribute that holds the day of birth. The default is babyBirthday.</summary>
    [Input(
        Description = "The attribute that holds the day of birth, such as 2026-05-17.",
        DefaultValue = "babyBirthday",
        Category = "Calendar",
        Order = 60
    )]
    public Input<string> Attribute { get; set; } = new("babyBirthday");

    /// <summary>The attribute that holds the day the birth is due, for those without a day of birth. The default is dueDate.</summary>
    [Input(
        DisplayName = "Due date attribute",
        Description = "The attribute that holds the day the birth is due; it counts while no day of birth is known. Empty: none.",
        DefaultValue = "dueDate",
        Category = "Calendar",
        Order = 61
    )]
    public Input<string?> DueAttribute { get; set; } = new("dueDate");

    /// <summary>The months at which bands begin. The default is 0, 7, 13, 37.</summary>
    [Input(
        Description = "The months at which bands begin: 0, 7, 13, 37 for 0 to 6, 7 to 12, 13 to 36 months, and older.",
        DefaultValue = Usual,
        Category = "Calendar",
        Order = 62
    )]
    public Input<string> Bands { get; set; } = new(Usual);

    /// <summary>How old the child is now.</summary>
    [Output(Description = "How many months the child is old.")]
    public Output<int>? Months { get; set; }

    /// <inheritdoc/>
    protected override ValueTask<OccasionPage> FindAsync(OccasionSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var (born, due) = Names(search.Context);
        var bands = AgeBands.Read(search.Context.Get(Bands)) ?? new AgeBands([]);
        var day = DayOf(search);
        return ContactGuests.PageAsync(
            Desk(search),
            search,
            new ContactChoice(string.Join(" || ", Known(born, due).Select(name => $"contact.Has(\"{name}\")"))),
            cancellationToken,
            contact => Told(contact)
        );

        Dictionary<string, object?>? Told(ContactState contact) =>
            (DateOf(contact, born) ?? DateOf(contact, due)) is { } date && bands.Begins(date, day) is { } edge
                ? new(StringComparer.Ordinal)
                {
                    ["months"] = edge,
                    ["bandBefore"] = bands.Edges.LastOrDefault(one => one < edge, -1),
                }
                : null;
    }

    internal override IEnumerable<Diagnostic> Check(TriggerIndexingContext context)
    {
        foreach (var mistake in base.Check(context))
        {
            yield return mistake;
        }

        var (born, due) = Names(context);
        if (born.Length == 0 || (born + due).AsSpan().ContainsAny('"', '\\'))
        {
            yield return Mistake("This names no attribute.", "Write the name of the attribute that holds the date.");
        }

        if (AgeBands.Read(context.Get(Bands)) is null)
        {
            yield return Mistake(
                "These are no bands of age.",
                "Write the months at which bands begin, ascending, with commas between them: 0, 7, 13, 37."
            );
        }
    }

    private protected override string DayName => "bandBegan";

    // On the day after: whoever looks at the group sees a child that is in the new band for sure.
    private protected override Input<int> Ahead => DayAfter;

    private protected override ValueTask LeaveAsync(ActivityExecutionContext context)
    {
        context.Set(Months, Convert.ToInt32(context.WorkflowInput.GetValueOrDefault("months") ?? 0, null));
        return base.LeaveAsync(context);
    }

    private (string Born, string Due) Names(TriggerIndexingContext context) =>
        (context.Get(Attribute)?.Trim() ?? "", context.Get(DueAttribute)?.Trim() ?? "");

    private static IEnumerable<string> Known(params string[] names) => names.Where(name => name.Length > 0);

    private static DateOnly? DateOf(ContactState contact, string attribute) =>
        attribute.Length > 0
        && contact.Attributes.GetValueOrDefault(attribute)?.ToString() is { Length: >= 10 } text
        && DateOnly.TryParseExact(
            text[..10],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;
}
