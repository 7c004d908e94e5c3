namespace Workflows.Marketing.Content;

/// <summary>A step that somebody takes with a version.</summary>
/// <param name="Step">The step.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Note">What is said about it, or null.</param>
public sealed record ContentChange(ContentStep Step, string By, DateTimeOffset At, string? Note = null);
