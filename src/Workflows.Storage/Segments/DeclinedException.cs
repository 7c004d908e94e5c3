using Workflows.Marketing.Segments;

namespace Workflows.Storage.Segments;

/// <summary>A part of a condition has no translation that is certain to give the same answer. It never leaves this folder.</summary>
internal sealed class DeclinedException(PlanReason reason) : Exception
{
    public PlanReason Reason { get; } = reason;
}
