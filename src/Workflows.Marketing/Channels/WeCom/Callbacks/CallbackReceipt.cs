namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>What the database says to a verified request.</summary>
public enum CallbackReceipt
{
    /// <summary>It is new, and safe.</summary>
    Accepted = 1,

    /// <summary>The request is new, the event is not: it changes nothing.</summary>
    Known,

    /// <summary>The request itself was here before.</summary>
    Replayed,
}
