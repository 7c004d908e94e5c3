namespace Workflows.Marketing.Content;

/// <summary>How often a limited value may be given: a counter that is never exceeded, until a time (S2-22).</summary>
/// <param name="Name">Its name, as contents give it: lower case letters, digits and hyphens, at most 64.</param>
/// <param name="Total">How many there are; 0 to 100,000,000.</param>
public sealed record Stock(string Name, int Total)
{
    /// <summary>The most there may be.</summary>
    public const int Most = 100_000_000;

    /// <summary>When the offer ends; null for when all are taken.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How many are taken.</summary>
    public int Taken { get; init; }

    /// <summary>How many are left.</summary>
    public int Left => Total - Taken;

    /// <summary>Whether a text can be a counter's name.</summary>
    public static bool IsName(string name) => ContentCheck.IsId(name);

    /// <summary>Whether one can be had.</summary>
    /// <param name="now">The time.</param>
    public bool IsOpen(DateTimeOffset now) => Left > 0 && (EndsAt is not { } end || now < end);
}
