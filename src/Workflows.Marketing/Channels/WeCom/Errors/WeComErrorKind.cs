namespace Workflows.Marketing.Channels.WeCom.Errors;

/// <summary>What an error of WeCom asks us to do.</summary>
internal enum WeComErrorKind
{
    /// <summary>Nothing was wrong.</summary>
    None,

    /// <summary>The server is busy: again after a moment.</summary>
    Busy,

    /// <summary>A quota of the API is used up: again when its window is over.</summary>
    Limited,

    /// <summary>The access token is no longer good: refresh it once and repeat.</summary>
    Token,

    /// <summary>The application is set up wrongly: nothing will work until a person changes something.</summary>
    Configuration,

    /// <summary>One recipient is not a customer (any more).</summary>
    NotAFriend,

    /// <summary>One recipient's id is not one.</summary>
    Recipient,

    /// <summary>None of the recipients can be sent to.</summary>
    Nobody,

    /// <summary>The staff member may not send, or is not there.</summary>
    Sender,

    /// <summary>A quota of the company, the staff member or the customer is used up.</summary>
    Quota,

    /// <summary>An uploaded file is no longer there: upload it again.</summary>
    Media,

    /// <summary>What is asked for cannot be done, however often it is asked.</summary>
    Refused,
}
