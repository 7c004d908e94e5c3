namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>Why a request is not WeCom's, or not for us.</summary>
public enum CallbackRefusal
{
    /// <summary>Something is missing, too long, or no XML.</summary>
    Malformed = 1,

    /// <summary>The signature is not that of our token over what was sent.</summary>
    WrongSignature,

    /// <summary>The timestamp is too far from now.</summary>
    TooOld,

    /// <summary>The text cannot be decrypted with our key.</summary>
    Undecipherable,

    /// <summary>The message was meant for another company.</summary>
    WrongReceiver,

    /// <summary>The same request was here before.</summary>
    Replayed,
}
