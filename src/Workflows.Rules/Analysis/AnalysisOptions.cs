using Workflows.Rules.Tables;

namespace Workflows.Rules.Analysis;

/// <summary>What an analysis may take for granted.</summary>
public sealed record AnalysisOptions
{
    /// <summary>How the rules are read.</summary>
    /// <value>The default value is <see cref="HitPolicy.First"/>, as journeys read rule sets.</value>
    public HitPolicy Policy { get; init; } = HitPolicy.First;

    /// <summary>Conditions that hold for every contact there is, such as <c>contact.PaidOrderCount >= 0</c>.</summary>
    /// <value>The default value is empty.</value>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>The instant that examples take for now; its offset is that of the dates they show.</summary>
    /// <value>The default value is the first of January 2026 in China.</value>
    public DateTimeOffset AsOf { get; init; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));
}
