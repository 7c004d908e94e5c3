namespace Workflows.Storage.Calendars;

/// <summary>An occasion that was decided upon.</summary>
internal sealed class OccasionRow
{
    public int Tenant { get; set; }

    public required string DefinitionId { get; set; }

    public required string ActivityId { get; set; }

    /// <summary>The occasion's key; the database refuses the second row of one.</summary>
    public required string Key { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset FiredAt { get; set; }

    public short State { get; set; }

    /// <summary>How many it was brought to so far.</summary>
    public int Guests { get; set; }
}
