namespace Workflows.Marketing.Content;

/// <summary>What holds for the links of a message: from when and until when they lead somewhere, and for how long orders count for them.</summary>
/// <param name="Days">How many days an order counts for them; null for ever.</param>
public sealed record LinkTerms(int? Days)
{
    /// <summary>Before this they lead nowhere (S2-49); null: they are open at once.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>From then on they lead nowhere (S0-61); null: as <see cref="ValidDays"/> says.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How many days they lead somewhere, counted from their opening or their sending; null for ever.</summary>
    public int? ValidDays { get; init; }

    /// <summary>For whom alone they lead somewhere (S2-05); null for everybody.</summary>
    public LinkAudience? Audience { get; init; }

    /// <summary>The domain they are on; null for the usual one.</summary>
    public string? Domain { get; init; }

    /// <summary>When links end that are sent at a moment; null for never.</summary>
    public DateTimeOffset? EndOf(DateTimeOffset sentAt) =>
        EndsAt ?? (ValidDays is { } days ? (OpensAt > sentAt ? OpensAt.Value : sentAt).AddDays(days) : null);
}
