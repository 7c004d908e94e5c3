namespace Workflows.Marketing.Contacts;

/// <summary>What is to be done with two contacts who may be one person.</summary>
public enum MergeDecision
{
    /// <summary>A person has to decide.</summary>
    Propose,

    /// <summary>They become one at once.</summary>
    Merge,

    /// <summary>They stay two.</summary>
    Refuse,
}
