using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Data;
using Workflows.Runtime.Activities.Flow;

namespace Workflows.Runtime.Definitions.Checks;

internal static class WaitingActivities
{
    /// <summary>Whether an activity itself, not its children, may wait. Activities of others may, unless they complete themselves.</summary>
    public static bool MayWait(Activity activity) => !IsPassing(activity) && !IsStructure(activity);

    private static bool IsPassing(Activity activity) =>
        activity is CodeActivity or FlowDecision or FlowFork or FlowSwitch or ITerminal or Fault or NotFoundActivity;

    private static bool IsStructure(Activity activity) =>
        activity is FlowNode or If or Switch or Fork or Container or Composite or ILoop;
}
