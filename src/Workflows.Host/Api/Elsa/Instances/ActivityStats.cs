using Workflows.Runtime.Activities;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>How often an activity ran: the badge on its node.</summary>
internal sealed record ActivityStats(
    string ActivityId,
    string ActivityNodeId,
    int StartedCount,
    int CompletedCount,
    int UncompletedCount,
    bool IsBlocked,
    bool IsFaulted
)
{
    /// <summary>The badges of some nodes, or of all that ran.</summary>
    public static IReadOnlyList<ActivityStats> Of(InstanceHistory history, IReadOnlyCollection<string>? nodeIds)
    {
        return
        [
            .. history
                .Executions.Where(execution =>
                    nodeIds?.Contains(execution.ActivityNodeId, StringComparer.Ordinal) ?? true
                )
                .GroupBy(execution => (execution.ActivityId, execution.ActivityNodeId))
                .Select(same => new ActivityStats(
                    same.Key.ActivityId,
                    same.Key.ActivityNodeId,
                    same.Count(),
                    same.Count(execution => execution.Status == ActivityStatus.Completed),
                    same.Count(execution => execution.Status != ActivityStatus.Completed),
                    same.Any(execution => execution.HasBookmarks),
                    same.Any(execution => execution.Status == ActivityStatus.Faulted)
                )),
        ];
    }
}
