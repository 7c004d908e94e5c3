namespace Workflows.Storage.Content;

/// <summary>A persona.</summary>
internal sealed class PersonaRow
{
    public int Tenant { get; set; }

    public required string Id { get; set; }

    /// <summary>The document as JSON.</summary>
    public required string Document { get; set; }
}
