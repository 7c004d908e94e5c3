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

    /// <summary>The same place of another contact.</summary>
    public SeatRow For(Guid contact) =>
        new()
        {
            Tenant = Tenant,
            GroupId = GroupId,
            ContactId = contact,
            Key = Key,
            State = State,
            Since = Since,
            HeldUntil = HeldUntil,
        };

    public bool IsInTheSame(SeatRow other) => GroupId.Equals(other.GroupId, StringComparison.Ordinal);

    public bool IsAsBefore(SeatRow before) => IsInTheSame(before) && State == before.State && Since == before.Since;
}
