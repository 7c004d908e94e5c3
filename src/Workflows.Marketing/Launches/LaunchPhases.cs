namespace Workflows.Marketing.Launches;

/// <summary>The phases of a scripted launch (剧本化发售, S2-46…51), as documents write them.</summary>
public static class LaunchPhases
{
    /// <summary>Raise interest (引发兴趣).</summary>
    public const string Interest = "interest";

    /// <summary>Highlight the value (亮点价值).</summary>
    public const string Value = "value";

    /// <summary>Benefits for taking part (福利互动).</summary>
    public const string Benefit = "benefit";

    /// <summary>The product is on sale (商品开售).</summary>
    public const string Sale = "sale";

    /// <summary>The atmosphere: who bought (氛围营造).</summary>
    public const string Atmosphere = "atmosphere";

    /// <summary>Close and review (结束复盘).</summary>
    public const string Close = "close";

    /// <summary>All of them, in the order in which a launch goes through them.</summary>
    public static IReadOnlyList<string> All { get; } = [Interest, Value, Benefit, Sale, Atmosphere, Close];

    /// <summary>Which phase it is: 0 for the first; −1 for no phase.</summary>
    internal static int Rank(string? name)
    {
        for (var rank = 0; rank < All.Count; rank++)
        {
            if (All[rank].Equals(name, StringComparison.Ordinal))
            {
                return rank;
            }
        }

        return -1;
    }
}
