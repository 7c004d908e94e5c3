namespace Workflows.Marketing.Places.Staff;

/// <summary>Somebody of the company who serves customers.</summary>
/// <param name="Id">The userid in WeCom; 1–64 characters.</param>
/// <param name="Name">1–100 characters.</param>
public sealed record StaffMember(string Id, string Name)
{
    /// <summary>The store the member works in, or null.</summary>
    public string? StoreId { get; init; }

    /// <summary>How many customers the member may serve at once (S1-07).</summary>
    /// <value>5,000 unless given: what WeCom grants a member at first.</value>
    public int Capacity { get; init; } = 5_000;

    /// <summary>How many customers the member serves: relations that exist, and customers just assigned.</summary>
    public int Load { get; init; }

    /// <summary>The persona the member plays, or null; at most 64 characters.</summary>
    public string? Persona { get; init; }

    /// <summary>Whether the member takes customers; one who left stays on record.</summary>
    public bool IsActive { get; init; } = true;
}
