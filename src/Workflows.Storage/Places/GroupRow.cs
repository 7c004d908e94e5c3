namespace Workflows.Storage.Places;

internal sealed class GroupRow
{
    public int Tenant { get; set; }

    public required string Id { get; set; }

    public required string Name { get; set; }

    public short Purpose { get; set; }

    public string? StoreId { get; set; }

    public string? Persona { get; set; }

    public string? Family { get; set; }

    public string? OwnerId { get; set; }

    public string? BotId { get; set; }

    public int Capacity { get; set; }

    public int Members { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    public bool IsActive { get; set; }

    /// <summary>When somebody of the staff last spoke in it; else when it was first watched. Null while nobody watches.</summary>
    public DateTimeOffset? SpokenAt { get; set; }
}
