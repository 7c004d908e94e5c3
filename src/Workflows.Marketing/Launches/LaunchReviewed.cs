using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Launches;

/// <summary>A launch was reviewed: the first review of a journey and a first day is kept, further ones change nothing.</summary>
/// <param name="Key">The effect key.</param>
/// <param name="Review">The review.</param>
public sealed record LaunchReviewed(string Key, LaunchReview Review) : Effect(Key);
