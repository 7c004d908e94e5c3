using Workflows.Marketing.Content;

namespace Workflows.Storage.Links;

/// <summary>A tracked link with what its message says of it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="ContactId">Whom alone it was sent to; null for a group, for Moments, and where the message is gone.</param>
/// <param name="Template">The message's name, or null where it is gone.</param>
/// <param name="Content">The content it belongs to, or null.</param>
/// <param name="Journey">The journey that sent it, or null where the message is gone.</param>
public sealed record FollowedLink(
    string Code,
    string Target,
    Guid? ContactId,
    string? Template,
    string? Content,
    string? Journey
)
{
    /// <summary>Before this it leads nowhere; null for a link that is open at once.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>From then on it leads nowhere; null for a link that never ends.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>For whom alone it leads somewhere (S2-05); null for everybody.</summary>
    public LinkAudience? Audience { get; init; }
}
