namespace Workflows.Storage.Content;

/// <summary>What one member of the staff did with a content that was given out.</summary>
/// <param name="Staff">The member's user id.</param>
/// <param name="Uses">How often the member said it: tasks done, messages sent in the member's name, and by hand.</param>
/// <param name="FirstAt">When the first time, or null.</param>
public sealed record StaffAdoption(string Staff, int Uses, DateTimeOffset? FirstAt);
