namespace Workflows.Host.Documents;

/// <summary>One document of an import.</summary>
/// <param name="Checked">The document and what is wrong with it.</param>
/// <param name="Published">What is published of it now, e.g. <c>lifecycle-care version 1</c>; empty where the import was refused.</param>
internal sealed record ImportedDocument(CheckedDocument Checked, IReadOnlyList<string> Published);
