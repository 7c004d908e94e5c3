using Workflows.Runtime.Alterations;

namespace Workflows.Runtime.Durability;

/// <summary>What an operator changes about an instance.</summary>
/// <param name="Alterations">The changes, in order.</param>
public sealed record AlterWork(IReadOnlyList<Alteration> Alterations) : WorkPayload
{
    /// <summary>The work item that alters an instance.</summary>
    /// <param name="tenant">Whose instance it is.</param>
    /// <param name="subject">The instance's subject.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="alterations">The changes, in order.</param>
    /// <param name="dueAt">When.</param>
    public static WorkItem Item(
        int tenant,
        Guid subject,
        Guid instanceId,
        IReadOnlyList<Alteration> alterations,
        DateTimeOffset dueAt
    ) =>
        new()
        {
            Tenant = tenant,
            Subject = subject,
            Kind = WorkKind.Resume,
            DueAt = dueAt,
            InstanceId = instanceId,
            Payload = new AlterWork(alterations),
        };
}
