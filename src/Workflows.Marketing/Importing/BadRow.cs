using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Importing;

/// <summary>A row that was not imported.</summary>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Mistakes">All that is wrong with it; the path names the column or member.</param>
/// <param name="Text">The row as it stands in the file.</param>
public sealed record BadRow(long Line, IReadOnlyList<Diagnostic> Mistakes, string Text);
