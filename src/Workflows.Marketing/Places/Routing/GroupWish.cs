using Workflows.Marketing.Places.Groups;

namespace Workflows.Marketing.Places.Routing;

/// <summary>What is known of a contact who is to be led to a group.</summary>
/// <param name="Key">The effect key of whoever asks: asking again with it finds the same group.</param>
/// <param name="ContactId">The contact.</param>
/// <param name="Now">The time.</param>
public sealed record GroupWish(string Key, Guid ContactId, DateTimeOffset Now)
{
    /// <summary>Where the contact is; null when the position was refused or was never asked for.</summary>
    public GeoPoint? Position { get; init; }

    /// <summary>The store whose code was scanned, or null.</summary>
    public string? CodeStoreId { get; init; }

    /// <summary>How far a store may be, in metres.</summary>
    /// <value>5,000 unless given.</value>
    public double Radius { get; init; } = 5_000;

    /// <summary>What the group is to be for.</summary>
    /// <value>A community unless given.</value>
    public GroupPurpose Purpose { get; init; } = GroupPurpose.Community;

    /// <summary>Whom the group is to be for; null for groups for everybody.</summary>
    public string? Persona { get; init; }

    /// <summary>The group that takes whoever fits nowhere else, or null for none.</summary>
    public string? DefaultGroupId { get; init; }

    /// <summary>How long a place is kept free for the contact.</summary>
    /// <value>24 hours unless given.</value>
    public TimeSpan HoldFor { get; init; } = TimeSpan.FromHours(24);
}
