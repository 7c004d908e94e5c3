namespace Workflows.Host.Documents;

/// <summary>What came of an import.</summary>
internal sealed record ImportOutcome(IReadOnlyList<ImportedDocument> Documents)
{
    /// <summary>Whether everything was published.</summary>
    public bool IsComplete => Documents.All(document => document.Published.Count > 0);
}
