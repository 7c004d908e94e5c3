namespace Workflows.Storage.Places;

internal sealed class StaffRow
{
    public int Tenant { get; set; }

    public required string Id { get; set; }

    public required string Name { get; set; }

    public string? StoreId { get; set; }

    public string? Persona { get; set; }

    public int Capacity { get; set; }

    /// <summary>The customers the member serves now; counted together with the rows that say who they are.</summary>
    public int Load { get; set; }

    public bool IsActive { get; set; }
}
