namespace Workflows.Host.Api.Templates;

/// <summary>What was installed.</summary>
/// <param name="Installed">A line for each rule set and for the journey.</param>
/// <param name="Diagnostics">Warnings, and what publishing would refuse.</param>
internal sealed record TemplateInstalled(IReadOnlyList<string> Installed, IReadOnlyList<DiagnosticBody> Diagnostics);
