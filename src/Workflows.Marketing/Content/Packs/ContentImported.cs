using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Content;

/// <summary>What came of importing a pack.</summary>
/// <param name="Versions">The versions that its contents are now; empty where nothing was imported.</param>
/// <param name="Diagnostics">What is to be said; with an error, nothing was imported, except where a content is under review.</param>
public sealed record ContentImported(IReadOnlyList<ContentVersion> Versions, IReadOnlyList<Diagnostic> Diagnostics);
