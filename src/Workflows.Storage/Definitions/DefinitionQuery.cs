namespace Workflows.Storage.Definitions;

/// <summary>Which definitions to list.</summary>
public sealed record DefinitionQuery
{
    /// <summary>Which versions. The default is all.</summary>
    public VersionChoice Versions { get; init; }

    /// <summary>Only this version of each; null for any.</summary>
    public int? Version { get; init; }

    /// <summary>Only these workflows; null for any.</summary>
    public IReadOnlyCollection<string>? DefinitionIds { get; init; }

    /// <summary>Only these versions of these workflows; null for any.</summary>
    public IReadOnlyCollection<(string DefinitionId, int Version)>? Exactly { get; init; }

    /// <summary>Only those whose name, description or id has this text in it, in letters of any case; null for any.</summary>
    public string? SearchTerm { get; init; }

    /// <summary>The order. The default is by name.</summary>
    public DefinitionOrder OrderBy { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool IsDescending { get; init; }

    /// <summary>How many to leave out at the beginning.</summary>
    public int Skip { get; init; }

    /// <summary>How many at most; null for all.</summary>
    public int? Take { get; init; }
}
