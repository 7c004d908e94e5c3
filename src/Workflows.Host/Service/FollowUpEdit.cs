namespace Workflows.Host.Service;

/// <summary>What a follow-up record says from now on.</summary>
/// <param name="Key">Which record.</param>
/// <param name="Text">What it was about, at most 1000 characters.</param>
/// <param name="NextAt">When to speak again.</param>
internal sealed record FollowUpEdit(string? Key, string? Text, DateTimeOffset? NextAt);
