using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Journeys;

/// <summary>How reports name where an instance is: <c>Running</c> while it lives, then how it ended.</summary>
internal static class InstanceWord
{
    public static string Of(WorkflowInstance instance) =>
        instance.Status == WorkflowStatus.Running ? nameof(WorkflowStatus.Running) : instance.SubStatus.ToString();
}
