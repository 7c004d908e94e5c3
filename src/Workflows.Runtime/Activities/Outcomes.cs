namespace Workflows.Runtime.Activities;

/// <summary>The outcomes an activity completed with; connections whose port is among them are followed.</summary>
/// <param name="Names">The names; matching is case-sensitive.</param>
public sealed record Outcomes(params string[] Names)
{
    /// <summary>The outcome of an activity that names none: <c>Done</c>.</summary>
    public static Outcomes Default { get; } = new("Done");

    /// <summary>No outcome: nothing is followed.</summary>
    public static Outcomes Empty { get; } = new([]);

    internal bool Contains(string name)
    {
        foreach (var own in Names)
        {
            if (string.Equals(own, name, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
