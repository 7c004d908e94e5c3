namespace Workflows.Runtime.Durability;

/// <summary>An instance that waits for a stimulus.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Subject">Its subject, by which its work is partitioned.</param>
public sealed record WaitingInstance(Guid InstanceId, Guid Subject);
