namespace Workflows.Rules.Analysis;

/// <summary>What can be wrong with rules that are right one by one.</summary>
public enum FindingKind
{
    /// <summary>Two rules hold for one contact.</summary>
    Overlap,

    /// <summary>No rule holds for some contacts.</summary>
    Gap,

    /// <summary>A rule's condition contradicts itself.</summary>
    NeverHolds,

    /// <summary>Wherever a rule holds, an earlier one holds as well, and decides.</summary>
    Shadowed,

    /// <summary>A condition that is true for every contact, and so says nothing.</summary>
    AlwaysTrue,

    /// <summary>Two rules draw a line at one value and disagree to which side the value itself belongs.</summary>
    Seam,
}
