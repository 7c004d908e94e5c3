namespace Workflows.Storage.Links;

/// <summary>A tracked link. Whom it was for is said by its message, which moves when contacts become one.</summary>
internal sealed class TrackedLinkRow
{
    public int Tenant { get; set; }

    public required string Code { get; set; }

    public required string MessageKey { get; set; }

    public required string Target { get; set; }

    /// <summary>How many days an order counts for it; null for ever.</summary>
    public int? Days { get; set; }

    public DateTimeOffset DroppedAt { get; set; }

    /// <summary>Before this it leads nowhere; null for a link that is open at once.</summary>
    public DateTimeOffset? OpensAt { get; set; }

    /// <summary>From then on it leads nowhere; null for a link that never ends.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>For whom alone it leads somewhere, as <c>lifecycle-tiers:new</c>; null for everybody.</summary>
    public string? Audience { get; set; }

    public int Clicks { get; set; }

    public DateTimeOffset? FirstClickedAt { get; set; }

    public DateTimeOffset? LastClickedAt { get; set; }
}
