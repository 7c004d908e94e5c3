namespace Workflows.Marketing.Converting;

/// <summary>The stages of selling in 1:1 chats (S2-41), as documents and the attribute <c>salesStage</c> write them.</summary>
public static class SalesStages
{
    /// <summary>The attribute of the stage.</summary>
    public const string Attribute = "salesStage";

    /// <summary>The attribute of when it began, as <c>2026-03-02T10:00:00Z</c>.</summary>
    public const string SinceAttribute = "salesStageSince";

    /// <summary>What is needed is found out (沟通探需).</summary>
    public const string Need = "need";

    /// <summary>Something is recommended (推荐促单).</summary>
    public const string Recommend = "recommend";

    /// <summary>It is bought (转化成交).</summary>
    public const string Convert = "convert";

    /// <summary>The customer is looked after (跟踪维护).</summary>
    public const string Maintain = "maintain";

    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<string> All { get; } = [Need, Recommend, Convert, Maintain];

    /// <summary>
    /// Whether a contact may go from one stage to another: to the next one; from being looked after to a new need; and back to finding
    /// out. Nobody skips one.
    /// </summary>
    /// <param name="from">The stage; null or a word that is none for before the first.</param>
    /// <param name="to">The other one.</param>
    public static bool Allows(string? from, string to) =>
        Rank(to) is var next and >= 0 && (next == Rank(from) + 1 || (next == 0 && Rank(from) > 0));

    private static int Rank(string? stage)
    {
        for (var rank = 0; rank < All.Count; rank++)
        {
            if (All[rank].Equals(stage, StringComparison.Ordinal))
            {
                return rank;
            }
        }

        return -1;
    }
}
