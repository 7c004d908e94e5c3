namespace Workflows.Marketing.Calendars.Audiences;

/// <summary>Which contacts an occasion concerns: all of these conditions hold.</summary>
/// <param name="Where">A condition as segments have it, or null for everybody.</param>
/// <param name="RuleSet">A published rule set that decides, or null.</param>
/// <param name="Rule">The rule, or its event, that has to hold.</param>
public sealed record ContactChoice(string? Where, string? RuleSet = null, string? Rule = null);
