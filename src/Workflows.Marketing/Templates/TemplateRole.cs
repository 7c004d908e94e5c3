namespace Workflows.Marketing.Templates;

/// <summary>Somebody a template needs (S0-06).</summary>
/// <param name="Role">Which role, one of <see cref="TemplateWords.Roles"/>.</param>
/// <param name="Side">Who answers for it: <c>hq</c> or <c>store</c> (S1-28).</param>
/// <param name="Duty">What they do.</param>
/// <param name="Rank">How high they stand, one of <see cref="TemplateWords.Ranks"/>; null where it does not matter (S4-20).</param>
public sealed record TemplateRole(string Role, string Side, TemplateText Duty, string? Rank = null);
