namespace Workflows.Storage.Limits;

/// <summary>What one message that may be sent holds of the counters.</summary>
internal sealed class LimitReservationRow
{
    public int Tenant { get; set; }

    public required string MessageKey { get; set; }

    /// <summary>The holds as JSON.</summary>
    public required string Holds { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When the first natural period of it ends.</summary>
    public DateTimeOffset CarryAt { get; set; }
}
