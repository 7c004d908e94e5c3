using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Content;

/// <summary>What came of writing a content or of a step: the version, or everything that stands in the way.</summary>
/// <param name="Version">The version then, or null.</param>
/// <param name="Diagnostics">What is to be said; warnings come with a version.</param>
public sealed record ContentSaving(ContentVersion? Version, IReadOnlyList<Diagnostic> Diagnostics);
