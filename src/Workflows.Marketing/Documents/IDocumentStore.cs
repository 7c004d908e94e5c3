namespace Workflows.Marketing.Documents;

/// <summary>Where the workspace keeps documents of which there is one each: the schema of attributes, the catalogue of tags.</summary>
public interface IDocumentStore
{
    /// <summary>The document's text, or null while there is none.</summary>
    Task<string?> FindAsync(int tenant, string name, CancellationToken cancellationToken);

    /// <summary>Writes a document in place of what was there.</summary>
    /// <param name="tenant">Whose document.</param>
    /// <param name="name">Which; 1–128 characters.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task SaveAsync(int tenant, string name, string text, CancellationToken cancellationToken);
}
