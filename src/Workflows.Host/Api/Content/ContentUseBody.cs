namespace Workflows.Host.Api.Content;

/// <summary>That a member of the staff said a content to a contact by hand.</summary>
/// <param name="Id">The sidebar's name for it, 1 to 128 characters; the same one twice is one use.</param>
/// <param name="Contact">To whom.</param>
/// <param name="Staff">The user id of whoever said it, 1 to 64 characters.</param>
/// <param name="At">When; now unless given.</param>
internal sealed record ContentUseBody(string? Id, Guid Contact, string? Staff, DateTimeOffset? At);
