namespace Workflows.Marketing.Channels.WeChat;

/// <summary>What every answer carries; success may leave the code out, other fields are skipped.</summary>
internal sealed record WeChatAnswer
{
    /// <summary>0 or absent for success.</summary>
    public int Errcode { get; init; }

    /// <summary>What WeChat says about it; never tested, it changes.</summary>
    public string? Errmsg { get; init; }

    /// <summary>Of a sent subscribe message: WeChat's name of it.</summary>
    public long? Msgid { get; init; }

    /// <summary>Of the token's answer: the token.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Of the token's answer: how many seconds it is good.</summary>
    public int ExpiresIn { get; init; }
}
