namespace Workflows.Storage.Places;

internal sealed class StoreRow
{
    public int Tenant { get; set; }

    public required string Id { get; set; }

    public required string Name { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    /// <summary>A JSON object.</summary>
    public required string Hours { get; set; }

    public required string TimeZone { get; set; }

    public string? Address { get; set; }

    /// <summary>Whether online orders are fetched there; null where nobody has said how it fulfils.</summary>
    public bool? Pickup { get; set; }

    /// <summary>Whether it delivers; null where nobody has said how it fulfils.</summary>
    public bool? Delivery { get; set; }

    /// <summary>In metres.</summary>
    public double? DeliveryRadius { get; set; }

    public bool IsActive { get; set; }

    /// <summary>The number of the row's latest change among all changes of the tenant's stores.</summary>
    public long Revision { get; set; }
}
