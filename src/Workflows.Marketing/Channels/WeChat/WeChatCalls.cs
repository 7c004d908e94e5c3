using System.Net.Http.Json;
using Workflows.Marketing.Channels.Http;
using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeCom.Calls;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeChat;

/// <summary>
/// Calls of one application at api.weixin.qq.com, with the token that all hosts share. The API has no key: a message whose
/// answer was lost does not go again, its outcome is Unconfirmed.
/// </summary>
internal sealed class WeChatCalls : IDisposable
{
    private readonly HttpDelivery _delivery;
    private readonly string _address;
    private readonly string _application;
    private readonly string _secret;
    private readonly TimeProvider _clock;
    private readonly SharedToken _tokens;

    public WeChatCalls(WeChatOptions options, IAccessTokenStore tokens, TimeProvider clock)
    {
        (_application, _secret, _clock) = (options.AppId!, options.Secret!, clock);
        _address = options.BaseUrl.AbsoluteUri.TrimEnd('/');
        _delivery = new HttpDelivery(options.Timeout, clock);
        _tokens = new SharedToken(_application, _secret, tokens, clock, RequestTokenAsync);
    }

    /// <summary>Posts a message once; a token that is not good any more is renewed first.</summary>
    public async Task<Receipt> SendAsync(string api, object body, CancellationToken cancellationToken)
    {
        try
        {
            var token = await _tokens.GetAsync(cancellationToken);
            var (receipt, stale) = await TryAsync(api, body, token, cancellationToken);
            if (stale)
            {
                token = await _tokens.RenewAsync(token, cancellationToken);
                (receipt, _) = await TryAsync(api, body, token, cancellationToken);
            }

            return receipt is Receipt.Unknown lost
                ? new Receipt.Ended(SendOutcome.Unconfirmed, "no_answer", lost.Reason)
                : receipt;
        }
        catch (WeChatTokenException refused)
        {
            return refused.Receipt;
        }
    }

    public void Dispose()
    {
        _tokens.Dispose();
        _delivery.Dispose();
    }

    private async Task<(Receipt Receipt, bool Stale)> TryAsync(
        string api,
        object body,
        string token,
        CancellationToken cancellationToken
    )
    {
        var stale = false;
        // The token is part of the address, as WeChat wants it; addresses are therefore never logged.
        var address = new Uri($"{_address}{api}?access_token={Uri.EscapeDataString(token)}");
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(body, body.GetType(), null, WeComJson.Options),
        };
        var receipt = await _delivery.SendAsync(request, ReadAsync, cancellationToken);
        return (receipt, stale);

        async Task<Receipt> ReadAsync(HttpResponseMessage response, CancellationToken ended)
        {
            var answer = await AnswerAsync(response, ended);
            stale = answer is not null && WeChatErrors.IsToken(answer.Errcode);
            return answer switch
            {
                null => new Receipt.Unknown($"The answer cannot be read: {HttpDelivery.Said(response)}."),
                { Errcode: 0 } => new Receipt.Delivered(
                    answer.Msgid?.ToString(System.Globalization.CultureInfo.InvariantCulture)
                ),
                _ when stale => new Receipt.Unavailable($"The access token is not good any more ({answer.Errcode})."),
                _ => WeChatErrors.Of(answer.Errcode, answer.Errmsg),
            };
        }
    }

    private async Task<AccessToken> RequestTokenAsync(CancellationToken cancellationToken)
    {
        WeChatAnswer? answer = null;
        var body = new
        {
            grant_type = "client_credential",
            appid = _application,
            secret = _secret,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{_address}/cgi-bin/stable_token"))
        {
            Content = JsonContent.Create(body),
        };
        var receipt = await _delivery.SendAsync(request, ReadAsync, cancellationToken);
        return answer is { Errcode: 0, AccessToken: { Length: > 0 } token }
            ? new AccessToken(token, _clock.GetUtcNow().AddSeconds(answer.ExpiresIn))
            : throw new WeChatTokenException(receipt);

        async Task<Receipt> ReadAsync(HttpResponseMessage response, CancellationToken ended)
        {
            answer = await AnswerAsync(response, ended);
            // Whatever is wrong with the token, no message has left.
            return answer is null or { Errcode: 0 }
                ? new Receipt.Unavailable($"WeChat gives no token: {HttpDelivery.Said(response)}.")
                : WeChatErrors.Of(answer.Errcode, answer.Errmsg);
        }
    }

    private static async Task<WeChatAnswer?> AnswerAsync(HttpResponseMessage response, CancellationToken ended) =>
        response.IsSuccessStatusCode
            ? await HttpDelivery.ReadJsonAsync<WeChatAnswer>(response, WeComJson.Options, ended)
            : null;
}
