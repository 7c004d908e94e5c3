namespace Workflows.Storage.Definitions;

/// <summary>One version of a workflow definition; its document is immutable once it was published.</summary>
internal sealed class DefinitionVersionRow
{
    /// <summary>The short number that instances refer to.</summary>
    public int Key { get; set; }

    public int Tenant { get; set; }

    public required string DefinitionId { get; set; }

    public int Version { get; set; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    public required string Json { get; set; }

    public bool IsLatest { get; set; }

    public bool IsPublished { get; set; }

    public bool WasPublished { get; set; }

    /// <summary>Whether other workflows may embed it, as its document says.</summary>
    public bool UsableAsActivity { get; set; }

    public int Revision { get; set; }

    /// <summary>Which editor saved the document last.</summary>
    public string? SavedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
