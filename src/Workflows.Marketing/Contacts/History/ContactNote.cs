namespace Workflows.Marketing.Contacts;

/// <summary>One line of a contact's history: something about it changed.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="Before">What it was, or null where there was nothing; at most 200 characters are kept.</param>
/// <param name="After">What it is, or null where nothing is left; at most 200 characters are kept.</param>
/// <param name="By">Who did it: a journey's id, a user's name …</param>
public sealed record ContactNote(HistoryKind Kind, DateTimeOffset At, string? Before, string? After, string By);
