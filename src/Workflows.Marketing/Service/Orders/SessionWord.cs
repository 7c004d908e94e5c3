namespace Workflows.Marketing.Service.Orders;

/// <summary>What a message is to the work orders of its customer.</summary>
public enum SessionWord
{
    /// <summary>It belongs to none: the staff spoke first.</summary>
    Ignored,

    /// <summary>It began one.</summary>
    Opened,

    /// <summary>It belongs to the latest one, which stands as it stood.</summary>
    Continued,

    /// <summary>It belongs to the latest one, which was closed and goes on.</summary>
    Reopened,
}
