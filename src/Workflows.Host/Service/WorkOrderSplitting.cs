namespace Workflows.Host.Service;

/// <summary>From where on a work order becomes another one.</summary>
/// <param name="Since">What was said at or after this instant goes into the new one.</param>
internal sealed record WorkOrderSplitting(DateTimeOffset? Since);
