using Workflows.Runtime.Triggers;

namespace Workflows.Runtime.Durability;

/// <summary>A broadcast stimulus on its way to one instance that waits for it.</summary>
/// <param name="Stimulus">What happened.</param>
public sealed record WakeWork(Stimulus Stimulus) : WorkPayload
{
    internal static WorkItem Item(int tenant, WaitingInstance waiting, Stimulus stimulus, DateTimeOffset dueAt) =>
        new()
        {
            Tenant = tenant,
            Subject = waiting.Subject,
            Kind = WorkKind.Resume,
            DueAt = dueAt,
            InstanceId = waiting.InstanceId,
            Payload = new WakeWork(stimulus),
        };
}
