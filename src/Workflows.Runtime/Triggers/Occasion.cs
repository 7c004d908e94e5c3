namespace Workflows.Runtime.Triggers;

/// <summary>One time that a calendar comes round for a trigger.</summary>
/// <param name="Key">What it is known by: of a trigger, the same occasion has the same key on every host and in every version.</param>
/// <param name="Series">Occasions of one series follow each other: of several that were missed, the last one stands for all.</param>
/// <param name="DueAt">When it is due.</param>
public sealed record Occasion(string Key, string Series, DateTimeOffset DueAt)
{
    /// <summary>What workflows that it starts are given as input: texts, numbers and truth values.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } =
        new Dictionary<string, object?>(StringComparer.Ordinal);
}
