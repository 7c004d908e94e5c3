namespace Workflows.Marketing.Rollouts.Growth;

/// <summary>The stages a company goes through, one after the other (S4-56), as rules write them.</summary>
public static class GrowthStages
{
    /// <summary>It is proven that it works at all.</summary>
    public const string First = "0-1";

    /// <summary>What works is built up.</summary>
    public const string Second = "1-10";

    /// <summary>What is built up is copied.</summary>
    public const string Third = "10-100";

    /// <summary>All stages, the first first.</summary>
    public static IReadOnlyList<string> All { get; } = [First, Second, Third];

    /// <summary>The stage after another one, or null.</summary>
    public static string? After(string stage) =>
        stage switch
        {
            First => Second,
            Second => Third,
            _ => null,
        };
}
