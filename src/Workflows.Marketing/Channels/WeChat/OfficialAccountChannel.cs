using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeChat;

/// <summary>
/// Messages of an official account (公众号): a text or a card to somebody who wrote, clicked, scanned or paid a short time
/// ago (客服消息), or a message of a template the customer approved (订阅通知) where the block gives template fields.
/// </summary>
public sealed class OfficialAccountChannel : IChannel, IDisposable
{
    private const string CustomApi = "/cgi-bin/message/custom/send";
    private const string SubscribeApi = "/cgi-bin/message/subscribe/bizsend";

    private readonly WeChatCalls _calls;

    /// <exception cref="ArgumentException">The options are wrong; the message lists all mistakes.</exception>
    public OfficialAccountChannel(WeChatOptions options, IAccessTokenStore tokens, TimeProvider clock)
    {
        ValidOptions.ThrowIfInvalid(options);
        _calls = new WeChatCalls(options, tokens, clock);
    }

    /// <inheritdoc/>
    public string Name => "official-account";

    /// <inheritdoc/>
    public async Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var message = attempt.Message;
        if (message.OpenId() is not { } openId)
        {
            return WeChatAddress.Missing;
        }

        return message.Content.Attachments.OfType<Attachment.Fields>().Any()
            ? await _calls.SendAsync(SubscribeApi, SubscribeBody.Of(message, openId), cancellationToken)
            : await _calls.SendAsync(CustomApi, CustomBody.Of(message, openId), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _calls.Dispose();
}
