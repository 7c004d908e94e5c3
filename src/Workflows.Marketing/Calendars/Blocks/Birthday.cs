using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Audiences;
using Workflows.Marketing.Calendars.Days;
using Workflows.Marketing.Calendars.Lunar;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>Begins the journey of contacts before or on their birthdays, by the solar or the lunar calendar (S4-39).</summary>
[Activity(
    "Marketing",
    "Convert",
    "Starts the journey of each contact before or on the birthday, by the solar or the lunar calendar.",
    DisplayName = "Birthday",
    Icon = "cake",
    Kind = ActivityKind.Trigger
)]
public sealed class Birthday : ContactDayTrigger
{
    /// <summary>The attribute that holds the date. The default is birthday.</summary>
    [Input(
        Description = "The attribute that holds the date, such as 1990-05-17, 05-17, or leap 06-05 in the lunar calendar.",
        DefaultValue = "birthday",
        Category = "Calendar",
        Order = 60
    )]
    public Input<string> Attribute { get; set; } = new("birthday");

    /// <summary>How the date is meant. The default is Solar.</summary>
    [Input(
        Description = "Solar: a Gregorian date. Lunar: a lunar date. LunarOfSolar: a Gregorian date of birth that is kept by the lunar calendar.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "Solar", "Lunar", "LunarOfSolar" },
        DefaultValue = "Solar",
        Category = "Calendar",
        Order = 61
    )]
    public Input<string> Calendar { get; set; } = new("Solar");

    /// <summary>What becomes of a day that a year does not have. The default is LastDay.</summary>
    [Input(
        DisplayName = "If there is no such day",
        Description = "29 February, or the 30th of a lunar month of 29 days: kept on the last day of the month, on the next day, or skipped that year.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "LastDay", "NextDay", "Skip" },
        DefaultValue = "LastDay",
        Category = "Calendar",
        Order = 62
    )]
    public Input<string> NoSuchDay { get; set; } = new("LastDay");

    /// <summary>When those born in a leap month keep it in a year that repeats the month. The default is Own.</summary>
    [Input(
        DisplayName = "Born in a leap month",
        Description = "In a year that repeats the month: Own keeps it in the leap month, Regular in the month before it.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "Own", "Regular" },
        DefaultValue = "Own",
        Category = "Calendar",
        Order = 63
    )]
    public Input<string> BornInLeapMonth { get; set; } = new("Own");

    /// <summary>How many days before the birthday. The default is 0.</summary>
    [Input(
        DisplayName = "Days before",
        Description = "How many days before the birthday.",
        DefaultValue = 0,
        Minimum = 0,
        Maximum = 60,
        Category = "Calendar",
        Order = 64
    )]
    public Input<int> DaysBefore { get; set; } = new(0);

    /// <inheritdoc/>
    protected override ValueTask<OccasionPage> FindAsync(OccasionSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var context = search.Context;
        var attribute = context.Get(Attribute) ?? "";
        var day = DayOf(search);
        return ContactGuests.PageAsync(
            Desk(search),
            search,
            new ContactChoice($"contact.Has(\"{attribute}\")"),
            cancellationToken,
            contact => RuleOf(contact)?.Falls(day) == true ? Nothing : null
        );

        DayRule? RuleOf(ContactState contact) =>
            Days.Birthday.Read(
                contact.Attributes.GetValueOrDefault(attribute)?.ToString(),
                Choice(context.Get(Calendar), BirthdayCalendar.Solar),
                Choice(context.Get(NoSuchDay), MissingDay.LastDay),
                Choice(context.Get(BornInLeapMonth), LeapMonth.Own)
            );
    }

    internal override IEnumerable<Diagnostic> Check(TriggerIndexingContext context)
    {
        foreach (var mistake in base.Check(context))
        {
            yield return mistake;
        }

        if (context.Get(Attribute) is not { Length: > 0 } attribute || attribute.AsSpan().ContainsAny('"', '\\'))
        {
            yield return Mistake("This names no attribute.", "Write the name of the attribute that holds the date.");
        }
    }

    private protected override string DayName => "birthday";

    private protected override Input<int> Ahead => DaysBefore;

    private protected override IEnumerable<(string Name, object? Value)> Facts(TriggerIndexingContext context) =>
        [("daysBefore", context.Get(DaysBefore))];

    private static TChoice Choice<TChoice>(string? text, TChoice otherwise)
        where TChoice : struct, Enum =>
        Enum.TryParse<TChoice>(text, ignoreCase: true, out var choice) ? choice : otherwise;

    private static readonly Dictionary<string, object?> Nothing = [];
}
