namespace Workflows.Storage.Definitions;

/// <summary>A definition version starts or embeds a workflow.</summary>
internal sealed class DefinitionUseRow
{
    /// <summary>No workflow has a longer id, so nothing is used by one.</summary>
    public const int LongestId = 256;

    public int DefinitionKey { get; set; }

    /// <summary>The workflow that is used, whether there is one of that id or not.</summary>
    public required string UsedId { get; set; }
}
