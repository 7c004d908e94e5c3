namespace Workflows.Marketing.Service.Orders;

/// <summary>How a work order stands. The numbers are stored: append, never renumber.</summary>
public enum WorkOrderState : short
{
    /// <summary>Somebody is at it.</summary>
    Open = 1,

    /// <summary>It is done, or nobody said anything for long enough.</summary>
    Closed = 2,

    /// <summary>It became part of another one.</summary>
    Merged = 3,
}
