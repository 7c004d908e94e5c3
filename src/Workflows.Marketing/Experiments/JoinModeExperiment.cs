using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Experiments;

/// <summary>
/// Two ways into a group (S0-39): the customer scans a code and is in, or adds the group's owner and is invited. The first converts far better,
/// and is the default.
/// </summary>
[Activity(
    "Marketing",
    "Acquire",
    "Compares two ways into a group: scanning its code directly, or adding its owner first. Directly unless an experiment is on.",
    DisplayName = "Join-mode experiment",
    Icon = "experiment"
)]
[FlowNode(Direct, Owner)]
public sealed class JoinModeExperiment() : TwoArms(Direct, Owner)
{
    private const string Direct = "ScanDirect";
    private const string Owner = "OwnerFirst";
}
