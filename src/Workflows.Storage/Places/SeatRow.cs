namespace Workflows.Storage.Places;

/// <summary>A contact's place in a group.</summary>
internal sealed class SeatRow
{
    public int Tenant { get; set; }

    public required string GroupId { get; set; }

    public Guid ContactId { get; set; }

    /// <summary>The effect key under which the place was held; null where the contact came by itself.</summary>
    public string? Key { get; set; }

    public short State { get; set; }

    public DateTimeOffset Since { get; set; }

    public DateTimeOffset? HeldUntil { get; set; }
}
