namespace Workflows.Storage.GroupBuy;

internal sealed class TeamSeatRow
{
    public int Tenant { get; set; }

    public Guid TeamId { get; set; }

    public int Number { get; set; }

    public required string Campaign { get; set; }

    public int Place { get; set; }

    public required string Key { get; set; }

    public Guid ContactId { get; set; }

    public required string OrderNumber { get; set; }

    public short Role { get; set; }

    public short Status { get; set; }

    public bool IsNewCustomer { get; set; }

    /// <summary>Ten-thousandths of the currency unit, as in the ledger.</summary>
    public long PaidUnits { get; set; }

    public long? PriceUnits { get; set; }

    public int? FreeOrder { get; set; }

    public DateTimeOffset TakenAt { get; set; }
}
