namespace Workflows.Runtime.Activities.Flow;

/// <summary>How many cases of a switch count.</summary>
public enum SwitchMode
{
    /// <summary>The first that matches.</summary>
    MatchFirst,

    /// <summary>All that match.</summary>
    MatchAny,
}
