using System.Globalization;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Places.Stores;

/// <summary>Says everything that is wrong with a store before it is kept.</summary>
public static class StoreValidator
{
    private const int MostSpans = 500;
    private const int MostMetres = 1_000_000;

    /// <summary>All mistakes, with JSON paths such as <c>$.hours.week[2].spans</c>; none for a store that can be kept.</summary>
    public static IReadOnlyList<Diagnostic> Validate(Store store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var check = new PlaceCheck()
            .Text(store.Id, 64, "$.id")
            .Text(store.Name, 100, "$.name")
            .Text(store.Address, 200, "$.address", isNeeded: false)
            .Position(store.Position, "$.position")
            .TimeZone(store.TimeZone, "$.timeZone");
        if (store.Hours.SpanCount > MostSpans || store.Hours.Exceptions.Count > MostSpans)
        {
            check.Say("PLC005", $"More than {MostSpans} opening hours.", "$.hours", "Leave out dates that are over.");
        }

        if (
            store.Fulfilment is { DeliveryRadius: { } radius } fulfilment
            && (!fulfilment.Delivery || radius is not (> 0 and <= MostMetres))
        )
        {
            check.Say(
                "PLC009",
                $"How far a store delivers is a number of metres above 0, up to {MostMetres}, of a store that does.",
                "$.fulfilment.deliveryRadius",
                "Set delivery to true, or leave the radius out."
            );
        }

        CheckRepeated(store.Hours.Week.Select(day => $"{day.Day}"), "$.hours.week", check);
        CheckRepeated(
            store.Hours.Exceptions.Select(day => day.Date.ToString("O", CultureInfo.InvariantCulture)),
            "$.hours.exceptions",
            check
        );
        return check.Diagnostics;
    }

    private static void CheckRepeated(IEnumerable<string> days, string path, PlaceCheck check)
    {
        foreach (var repeated in days.CountBy(day => day, StringComparer.Ordinal).Where(day => day.Value > 1))
        {
            check.Say("PLC006", $"{repeated.Key} has hours twice.", path, "Write all spans of a day together.");
        }
    }
}
