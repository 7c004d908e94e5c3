namespace Workflows.Marketing.Templates;

/// <summary>What a template is measured by.</summary>
/// <param name="Goal">The primary goal: <c>revenue</c>, <c>service</c> or <c>brand</c> (S0-09).</param>
/// <param name="Primary">The figures that decide (S0-48).</param>
/// <param name="Secondary">Figures that are looked at besides.</param>
public sealed record TemplateKpi(string Goal, IReadOnlyList<string> Primary, IReadOnlyList<string> Secondary);
