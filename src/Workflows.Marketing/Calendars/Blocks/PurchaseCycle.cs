using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Audiences;
using Workflows.Marketing.Calendars.Times;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Calendars.Blocks;

/// <summary>Begins the journey of contacts when what they last bought is about to be used up (周期购, S4-36).</summary>
[Activity(
    "Marketing",
    "Convert",
    "Starts the journey of each contact some days after the last order, when it is time to buy again.",
    DisplayName = "Purchase cycle",
    Icon = "cycle",
    Kind = ActivityKind.Trigger
)]
public sealed class PurchaseCycle : ContactDayTrigger
{
    private const int LongestCycle = 1_000;

    /// <summary>How many days a purchase lasts. The default is 30.</summary>
    [Input(
        DisplayName = "Cycle in days",
        Description = "How many days after the last order it is time to buy again.",
        DefaultValue = 30,
        Minimum = 1,
        Maximum = LongestCycle,
        Category = "Calendar",
        Order = 60
    )]
    public Input<int> CycleDays { get; set; } = new(30);

    /// <summary>An attribute with a cycle of the contact's own; empty for none.</summary>
    [Input(
        DisplayName = "Cycle attribute",
        Description = "An attribute of the contact with a cycle of its own, in days. Empty: the same for all.",
        Category = "Calendar",
        Order = 61
    )]
    public Input<string?> CycleAttribute { get; set; } = default!;

    /// <summary>How many days before the cycle ends. The default is 0.</summary>
    [Input(
        DisplayName = "Days before",
        Description = "How many days before the cycle ends.",
        DefaultValue = 0,
        Minimum = 0,
        Maximum = 60,
        Category = "Calendar",
        Order = 62
    )]
    public Input<int> DaysBefore { get; set; } = new(0);

    /// <summary>How often it comes round when nothing is bought. The default is 1.</summary>
    [Input(
        Description = "How many cycles in a row it comes round when nothing is bought.",
        DefaultValue = 1,
        Minimum = 1,
        Maximum = 12,
        Category = "Calendar",
        Order = 63
    )]
    public Input<int> Cycles { get; set; } = new(1);

    /// <inheritdoc/>
    protected override ValueTask<OccasionPage> FindAsync(OccasionSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var context = search.Context;
        var desk = Desk(search);
        var zone = CalendarDesk.ZoneOf(context.Graph, desk);
        var day = DayOf(search);
        var attribute = context.Get(CycleAttribute)?.Trim();
        var usual = Days(context).Select(days => day.AddDays(-days));
        var where = DayWindow.Of("contact.LastPaidAt", usual, zone, search.Occasion.DueAt);
        return ContactGuests.PageAsync(
            desk,
            search,
            new ContactChoice(
                string.IsNullOrEmpty(attribute)
                    ? where
                    : $"contact.LastPaidAt != null && (contact.Has(\"{attribute}\") || {where})"
            ),
            cancellationToken,
            contact => Told(contact, day, zone, attribute, context)
        );
    }

    internal override IEnumerable<Diagnostic> Check(TriggerIndexingContext context)
    {
        foreach (var mistake in base.Check(context))
        {
            yield return mistake;
        }

        if (context.Get(CycleAttribute) is { Length: > 0 } attribute && attribute.AsSpan().ContainsAny('"', '\\'))
        {
            yield return Mistake("This names no attribute.", "Write the name of the attribute that holds the days.");
        }
    }

    private protected override string DayName => "cycleEnd";

    private protected override Input<int> Ahead => DaysBefore;

    private IEnumerable<int> Days(TriggerIndexingContext context, int? own = null) =>
        Enumerable
            .Range(1, Math.Clamp(context.Get(Cycles), 1, 12))
            .Select(cycle => cycle * Math.Clamp(own ?? context.Get(CycleDays), 1, LongestCycle));

    private Dictionary<string, object?>? Told(
        ContactState contact,
        DateOnly day,
        TimeZoneInfo zone,
        string? attribute,
        TriggerIndexingContext context
    )
    {
        if (contact.LastPaidAt is not { } paid)
        {
            return null;
        }

        var own = string.IsNullOrEmpty(attribute) ? null : Whole(contact.Attributes.GetValueOrDefault(attribute));
        var since = day.DayNumber - DayTime.DayOf(paid, zone).DayNumber;
        return Days(context, own).Contains(since)
            ? new Dictionary<string, object?>(StringComparer.Ordinal) { ["daysSinceOrder"] = since }
            : null;
    }

    private static int? Whole(object? value) =>
        decimal.TryParse(
            Convert.ToString(value, CultureInfo.InvariantCulture),
            NumberStyles.Number,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number >= 1
        && number <= LongestCycle
            ? (int)number
            : null;
}
