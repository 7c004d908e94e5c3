using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Experiments;

/// <summary>What the card in a parcel leads to first (S3-21): a group, or a member of staff.</summary>
[Activity(
    "Marketing",
    "Acquire",
    "Compares what the card in a parcel leads to first: a group, or a staff member. The group unless an experiment is on.",
    DisplayName = "Package-card experiment",
    Icon = "experiment"
)]
[FlowNode(Group, Friend)]
public sealed class PackageOrderExperiment() : TwoArms(Group, Friend)
{
    private const string Group = "GroupFirst";
    private const string Friend = "FriendFirst";
}
