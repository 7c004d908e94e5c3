using Workflows.Marketing.Calendars.Audiences;
using Workflows.Marketing.Calendars.Days;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>Begins the journey of contacts on the anniversary of their first contact or first order.</summary>
[Activity(
    "Marketing",
    "Convert",
    "Starts the journey of each contact on the anniversary of joining or of the first order.",
    DisplayName = "Customer anniversary",
    Icon = "calendar",
    Kind = ActivityKind.Trigger
)]
public sealed class CustomerAnniversary : ContactDayTrigger
{
    private const int MostYears = 15;

    /// <summary>Of what. The default is Joined.</summary>
    [Input(
        DisplayName = "Anniversary of",
        Description = "Of what: when the contact joined, or paid the first order.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "Joined", "FirstOrder" },
        DefaultValue = "Joined",
        Category = "Calendar",
        Order = 60
    )]
    public Input<string> Of { get; set; } = new("Joined");

    /// <summary>How many days before the anniversary. The default is 0.</summary>
    [Input(
        DisplayName = "Days before",
        Description = "How many days before the anniversary.",
        DefaultValue = 0,
        Minimum = 0,
        Maximum = 60,
        Category = "Calendar",
        Order = 61
    )]
    public Input<int> DaysBefore { get; set; } = new(0);

    /// <inheritdoc/>
    protected override ValueTask<OccasionPage> FindAsync(OccasionSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var desk = Desk(search);
        var isFirstOrder = "FirstOrder".Equals(search.Context.Get(Of), StringComparison.OrdinalIgnoreCase);
        var day = DayOf(search);
        var where = DayWindow.Of(
            isFirstOrder ? "orders.Min(it.PaidAt)" : "contact.JoinedAt",
            Beginnings(day),
            CalendarDesk.ZoneOf(search.Context.Graph, desk),
            search.Occasion.DueAt
        );
        return ContactGuests.PageAsync(
            desk,
            search,
            new ContactChoice(isFirstOrder ? $"contact.PaidOrderCount > 0 && ({where})" : where),
            cancellationToken
        );
    }

    private protected override string DayName => "anniversary";

    private protected override Input<int> Ahead => DaysBefore;

    /// <summary>The days whose anniversary a day is; 28 February in a common year is also that of 29 February.</summary>
    private static IEnumerable<DateOnly> Beginnings(DateOnly day)
    {
        for (var year = day.Year - 1; year >= day.Year - MostYears; year--)
        {
            for (var number = 1; number <= DateTime.DaysInMonth(year, day.Month); number++)
            {
                if (new DayRule.Yearly(day.Month, number).Falls(day))
                {
                    yield return new DateOnly(year, day.Month, number);
                }
            }
        }
    }
}
