using Workflows.Marketing.Places;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Host.Api.Places;

/// <summary>A store as the API takes and shows it.</summary>
/// <param name="Id">The brand's own number of it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Position">Latitude and longitude in degrees (GCJ-02, as WeChat reports positions).</param>
/// <param name="Hours">When it is open; day and night unless given.</param>
/// <param name="TimeZone">Of its hours; Asia/Shanghai unless given.</param>
/// <param name="Address">The street address.</param>
/// <param name="Fulfilment">How customers get what they ordered online: pickup, delivery and how far in metres; absent where nobody has said.</param>
/// <param name="IsActive">Whether it does business; true unless given.</param>
internal sealed record StoreBody(
    string? Id,
    string? Name,
    GeoPoint? Position,
    OpeningHours? Hours,
    string? TimeZone,
    string? Address,
    Fulfilment? Fulfilment,
    bool? IsActive
)
{
    public static StoreBody From(Store store) =>
        new(
            store.Id,
            store.Name,
            store.Position,
            store.Hours,
            store.TimeZone,
            store.Address,
            store.Fulfilment,
            store.IsActive
        );

    public Store ToStore(string id)
    {
        var store = new Store(id, Name ?? "")
        {
            Position = Position,
            Hours = Hours is null ? OpeningHours.Always : Complete(Hours),
            Address = Address,
            Fulfilment = Fulfilment,
            IsActive = IsActive ?? true,
        };
        return TimeZone is null ? store : store with { TimeZone = TimeZone };
    }

    // What JSON leaves out comes as null.
    private static OpeningHours Complete(OpeningHours hours) =>
        new(
            [.. (hours.Week ?? []).Select(day => day with { Spans = day.Spans ?? [] })],
            [.. (hours.Exceptions ?? []).Select(day => day with { Spans = day.Spans ?? [] })]
        );
}
