namespace Workflows.WeComEmulator.Ways;

/// <summary>What a scan led to.</summary>
/// <param name="Kind"><c>added</c>, <c>requested</c>, <c>known</c>, <c>joined</c>, <c>full</c> or <c>invalid</c>.</param>
/// <param name="Member">The member of a contact way.</param>
/// <param name="ChatId">The group of a join way.</param>
/// <param name="WelcomeCode">The code that the event carries.</param>
public sealed record ScanResult(string Kind, string? Member = null, string? ChatId = null, string? WelcomeCode = null);
