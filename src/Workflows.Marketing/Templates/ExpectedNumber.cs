namespace Workflows.Marketing.Templates;

/// <summary>What figure to expect of a template that runs well (S0-06).</summary>
/// <param name="Metric">Which figure, one of <see cref="TemplateWords.Metrics"/>.</param>
/// <param name="From">The lowest good value.</param>
/// <param name="To">The highest that was seen.</param>
/// <param name="Unit">The unit, for example <c>%</c>.</param>
/// <param name="Note">What it means, and on what it depends.</param>
/// <param name="Source">Where the figure comes from; <c>assumed</c> where it is a starting point to replace by one's own.</param>
public sealed record ExpectedNumber(
    string Metric,
    decimal From,
    decimal To,
    string Unit,
    TemplateText Note,
    string Source
);
