namespace Workflows.Host.Api;

/// <summary>A rule set as a table, as the API and <c>--json</c> show it.</summary>
/// <param name="Csv">The table, unless it was written to a file.</param>
/// <param name="Diagnostics">What a table leaves out.</param>
internal sealed record TableBody(string? Csv, IReadOnlyList<DiagnosticBody> Diagnostics);
