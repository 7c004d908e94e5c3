namespace Workflows.Host.Service;

/// <summary>What a work order becomes part of.</summary>
/// <param name="Into">The id of another one of the same contact.</param>
internal sealed record WorkOrderMerging(Guid? Into);
