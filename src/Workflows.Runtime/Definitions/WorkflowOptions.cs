namespace Workflows.Runtime.Definitions;

/// <summary>The options of a definition.</summary>
/// <param name="ActivationStrategy">Whether one more instance may begin.</param>
/// <param name="IncidentStrategy">What an incident does.</param>
/// <param name="UsableAsActivity">Whether other workflows may embed it.</param>
/// <param name="ActivityCategory">The group of the palette it is then offered in; null for the group of workflows.</param>
/// <param name="FlowchartMode">How its flowcharts bring ways together; null takes the compiler's.</param>
public sealed record WorkflowOptions(
    ActivationStrategy ActivationStrategy = ActivationStrategy.Always,
    IncidentStrategy IncidentStrategy = IncidentStrategy.Fault,
    bool UsableAsActivity = false,
    string? ActivityCategory = null,
    FlowchartMode? FlowchartMode = null
);
