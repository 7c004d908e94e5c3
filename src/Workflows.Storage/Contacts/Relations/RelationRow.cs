namespace Workflows.Storage.Contacts;

internal sealed class RelationRow
{
    public int Tenant { get; set; }

    public Guid ContactId { get; set; }

    public required string StaffId { get; set; }

    public short State { get; set; }

    /// <summary>When it came into its state; an older event changes nothing.</summary>
    public DateTimeOffset At { get; set; }

    public string? LostBy { get; set; }

    /// <summary>The effect key under which the member was assigned; null where nobody asked.</summary>
    public string? Key { get; set; }

    /// <summary>The same relation of another contact.</summary>
    public RelationRow For(Guid contact) =>
        new()
        {
            Tenant = Tenant,
            ContactId = contact,
            StaffId = StaffId,
            State = State,
            At = At,
            LostBy = LostBy,
            Key = Key,
        };

    public bool IsWithTheSame(RelationRow other) => StaffId.Equals(other.StaffId, StringComparison.Ordinal);

    public bool IsAsBefore(RelationRow before) => IsWithTheSame(before) && State == before.State && At == before.At;
}
