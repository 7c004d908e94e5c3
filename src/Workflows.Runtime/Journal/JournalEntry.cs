using System.Runtime.InteropServices;
using Workflows.Runtime.Activities;

namespace Workflows.Runtime.Journal;

/// <summary>One line of an instance's history. Its time is that of the burst it belongs to.</summary>
/// <param name="Sequence">Position in the instance's history, from 1.</param>
/// <param name="Event">What happened.</param>
/// <param name="NodeId">The activity's node in the graph.</param>
/// <param name="FrameId">Which execution of the activity.</param>
/// <param name="ParentFrameId">The enclosing execution; 0 for none.</param>
/// <param name="Outcomes">The outcomes it completed with; null when it named none.</param>
/// <param name="Data">What the activity wrote for the reader; null for nothing.</param>
/// <param name="Values">What it was given and handed out up to here; null where that is not recorded.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JournalEntry(
    int Sequence,
    JournalEvent Event,
    int NodeId,
    int FrameId,
    int ParentFrameId,
    Outcomes? Outcomes = null,
    IReadOnlyDictionary<string, object?>? Data = null,
    JournalValues? Values = null
);
