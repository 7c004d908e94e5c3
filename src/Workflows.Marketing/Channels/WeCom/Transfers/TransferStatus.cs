namespace Workflows.Marketing.Channels.WeCom.Transfers;

/// <summary>How a customer's move to another member goes.</summary>
internal enum TransferStatus
{
    /// <summary>The new member has the customer.</summary>
    Done = 1,

    /// <summary>The customer may still refuse.</summary>
    Waiting = 2,

    /// <summary>The customer refused.</summary>
    Refused = 3,

    /// <summary>The new member has as many customers as allowed.</summary>
    TakerFull = 4,

    /// <summary>There is no such move.</summary>
    None = 5,
}
