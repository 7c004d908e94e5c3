namespace Workflows.Marketing.Places.Stores;

/// <summary>A shop customers go to.</summary>
/// <param name="Id">The brand's own number of it; 1–64 characters.</param>
/// <param name="Name">What people call it; 1–100 characters.</param>
public sealed record Store(string Id, string Name)
{
    /// <summary>Where it is; null where nobody has said. Such a store is never the nearest one.</summary>
    public GeoPoint? Position { get; init; }

    /// <summary>When it is open.</summary>
    /// <value>Day and night unless given.</value>
    public OpeningHours Hours { get; init; } = OpeningHours.Always;

    /// <summary>The time zone of its hours.</summary>
    /// <value>Asia/Shanghai unless given.</value>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>The street address, at most 200 characters; null where nobody has said.</summary>
    public string? Address { get; init; }

    /// <summary>How customers get what they ordered online; null where nobody has said.</summary>
    public Fulfilment? Fulfilment { get; init; }

    /// <summary>Whether it does business at all; a store that has been given up stays on record for its history.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether it does business and is open at an instant.</summary>
    public bool IsOpen(DateTimeOffset at) =>
        IsActive && Hours.IsOpen(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}
