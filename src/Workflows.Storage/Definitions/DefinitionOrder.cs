namespace Workflows.Storage.Definitions;

/// <summary>What a list of definitions is ordered by.</summary>
public enum DefinitionOrder
{
    /// <summary>By name.</summary>
    Name,

    /// <summary>By the version's number.</summary>
    Version,

    /// <summary>By the time the version was created.</summary>
    Created,
}
