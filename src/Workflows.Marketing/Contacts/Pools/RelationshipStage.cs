namespace Workflows.Marketing.Contacts;

/// <summary>How close a contact is to the brand (S1-13), from outsider to insider, as rules and documents write it.</summary>
public static class RelationshipStage
{
    /// <summary>Nothing has grown yet (外人); every contact begins here.</summary>
    public const string Stranger = "stranger";

    /// <summary>The contact knows us (相识).</summary>
    public const string Acquainted = "acquainted";

    /// <summary>The contact trusts us (信任).</summary>
    public const string Trusted = "trusted";

    /// <summary>The contact is one of us (自己人).</summary>
    public const string Insider = "insider";

    /// <summary>All stages, the farthest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Stranger, Acquainted, Trusted, Insider];

    /// <summary>How close a stage is: 0 for the farthest, −1 for no stage.</summary>
    internal static int Rank(string name)
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

    /// <summary>Whether there is such a stage; letters count.</summary>
    public static bool Exists(string name) => All.Contains(name, StringComparer.Ordinal);
}
