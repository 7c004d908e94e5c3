using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Calendars.Blocks;
using Workflows.Marketing.Calendars.Times;
using Workflows.Marketing.Places.Staff;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Launches.Blocks;

/// <summary>
/// Begins a scripted launch (剧本化发售, S2-45) on its first day, once for each member of the staff whose Moments tell it. Phase
/// blocks behind it say on which day what is told.
/// </summary>
[Activity(
    "Marketing",
    "Mine",
    "Begins a scripted launch on its first day, for each staff member whose Moments tell it; phases follow.",
    DisplayName = "Scripted launch",
    Icon = "launch",
    Kind = ActivityKind.Trigger
)]
public sealed class ScriptedLaunch : TimedCalendarTrigger
{
    private const int PageSize = 500;

    /// <summary>The first day, from which the days of the phases are counted.</summary>
    [Input(
        DisplayName = "First day",
        Description = "The first day of the launch, for example 2026-03-02. The days of the phases count from it.",
        IsRequired = true,
        Category = "Calendar",
        Order = 60
    )]
    public Input<string> FirstDay { get; set; } = default!;

    /// <summary>Whose Moments tell it, by user id. Empty: everybody who takes customers.</summary>
    [Input(
        Description = "The user ids of the staff whose Moments tell it. Empty: everybody who takes customers.",
        UIHint = InputUIHints.MultiText,
        Category = "Calendar",
        Order = 61
    )]
    public Input<ICollection<string>>? Staff { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask<OccasionPage> FindAsync(
        OccasionSearch search,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(search);
        var named = Named(search.Context);
        if (search.Context.Services?.GetService(typeof(IStaffRegister)) is not IStaffRegister register)
        {
            // In a trial nobody posts but those a case tells of.
            return new OccasionPage([], null);
        }

        var page = await register.ListAsync(search.Tenant, search.After, PageSize, cancellationToken);
        while (!page.Any(IsTeller) && page.Count == PageSize)
        {
            page = await register.ListAsync(search.Tenant, page[^1].Id, PageSize, cancellationToken);
        }

        var tellers = page.Where(IsTeller).ToList();
        // The first of all reviews the launch for everybody.
        var leader = search.After is null ? tellers.FirstOrDefault()?.Id : null;
        return new OccasionPage(
            [
                .. tellers.Select(one =>
                    GuestOf(search.Tenant, one, string.Equals(one.Id, leader, StringComparison.Ordinal))
                ),
            ],
            page.Count < PageSize ? null : page[^1].Id
        );

        bool IsTeller(StaffMember one) => one.IsActive && (named.Count == 0 || named.Contains(one.Id));
    }

    internal override IEnumerable<Diagnostic> Check(TriggerIndexingContext context)
    {
        foreach (var mistake in base.Check(context))
        {
            yield return mistake;
        }

        if (LaunchCalendar.ReadDay(context.Get(FirstDay)) is null)
        {
            yield return Mistake(
                $"'{context.Get(FirstDay)}' is no first day of a launch.",
                "Write year, month and day, such as 2026-03-02."
            );
        }
    }

    private protected override Occasion? OccasionOn(
        TriggerIndexingContext context,
        TimeZoneInfo zone,
        DateOnly day,
        Slot slot,
        DateTimeOffset dueAt
    )
    {
        if (LaunchCalendar.ReadDay(context.Get(FirstDay)) != day)
        {
            return null;
        }

        var calendar = new LaunchCalendar(context.Graph, zone, context.Services);
        return Tell(
            $"{day:O}@{zone.Id}",
            zone.Id,
            dueAt,
            day,
            zone,
            "Staff",
            [
                .. LaunchPhases.All.Select(phase =>
                    ($"{phase}At", (object?)calendar.At(phase)?.ToString("O", CultureInfo.InvariantCulture))
                ),
            ]
        );
    }

    private HashSet<string> Named(TriggerIndexingContext context) =>
        [.. (context.Get(Staff) ?? []).Select(id => id.Trim()).Where(id => id.Length > 0)];

    private static OccasionGuest GuestOf(int tenant, StaffMember member, bool leads) =>
        new(
            StimulusHash.Of("StaffMember", $"{tenant}\n{member.Id}"),
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["staff"] = member.Id,
                ["staffName"] = member.Name,
                ["store"] = member.StoreId,
                ["leads"] = leads,
            },
            member.Id
        );
}
