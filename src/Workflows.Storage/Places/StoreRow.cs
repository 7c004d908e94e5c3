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

    public bool IsActive { get; set; }

    /// <summary>The number of the row's latest change among all changes of the tenant's stores.</summary>
    public long Revision { get; set; }
}
