namespace Workflows.Runtime.Activities;

/// <summary>What few executions have; kept apart so that the others stay small.</summary>
internal sealed class FrameExtras
{
    public object? Tag { get; set; }

    public Dictionary<string, object?>? Properties { get; set; }

    public Dictionary<string, object?>? JournalData { get; set; }

    /// <summary>What it handed out since its last journal entry, where values are recorded.</summary>
    public Dictionary<string, object?>? Outputs { get; set; }

    /// <summary>The outcomes a script chose.</summary>
    public Outcomes? Outcomes { get; set; }

    public List<DynamicVariable>? DynamicVariables { get; set; }
}
