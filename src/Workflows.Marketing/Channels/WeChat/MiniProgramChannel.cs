using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeChat;

/// <summary>Subscribe messages of a mini-program (小程序订阅消息): one approval of the customer is one message.</summary>
public sealed class MiniProgramChannel : IChannel, IDisposable
{
    private const string Api = "/cgi-bin/message/subscribe/send";

    private readonly WeChatCalls _calls;

    /// <exception cref="ArgumentException">The options are wrong; the message lists all mistakes.</exception>
    public MiniProgramChannel(WeChatOptions options, IAccessTokenStore tokens, TimeProvider clock)
    {
        ValidOptions.ThrowIfInvalid(options);
        _calls = new WeChatCalls(options, tokens, clock);
    }

    /// <inheritdoc/>
    public string Name => "mini-program";

    /// <inheritdoc/>
    public async Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return attempt.Message.OpenId() is { } openId
            ? await _calls.SendAsync(Api, SubscribeBody.Of(attempt.Message, openId), cancellationToken)
            : WeChatAddress.Missing;
    }

    /// <inheritdoc/>
    public void Dispose() => _calls.Dispose();
}
