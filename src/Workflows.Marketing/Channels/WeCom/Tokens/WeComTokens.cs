using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeCom.Calls;
using Workflows.Marketing.Channels.WeCom.Errors;

namespace Workflows.Marketing.Channels.WeCom.Tokens;

/// <summary>The access token of a WeCom application.</summary>
internal sealed class WeComTokens : IDisposable
{
    private const string Api = "/cgi-bin/gettoken";

    private readonly WeComTransport _transport;
    private readonly WeComOutage _outage;
    private readonly TimeProvider _clock;
    private readonly string _query;
    private readonly SharedToken _shared;

    public WeComTokens(
        WeComOptions options,
        IAccessTokenStore store,
        WeComTransport transport,
        WeComOutage outage,
        TimeProvider clock
    )
    {
        (_transport, _outage, _clock) = (transport, outage, clock);
        _query = $"corpid={Uri.EscapeDataString(options.CorpId!)}&corpsecret={Uri.EscapeDataString(options.Secret!)}";
        _shared = new SharedToken(options.CorpId!, options.Secret!, store, clock, RequestAsync);
    }

    /// <summary>A token that is good for the next call, as far as we know.</summary>
    /// <exception cref="WeComException">WeCom gives none.</exception>
    public Task<string> GetAsync(CancellationToken cancellationToken) => _shared.GetAsync(cancellationToken);

    /// <summary>Another token, because WeCom says that this one is not good any more.</summary>
    /// <exception cref="WeComException">WeCom gives none.</exception>
    public Task<string> RenewAsync(string stale, CancellationToken cancellationToken) =>
        _shared.RenewAsync(stale, cancellationToken);

    public void Dispose() => _shared.Dispose();

    private async Task<AccessToken> RequestAsync(CancellationToken cancellationToken)
    {
        var request = new WeComRequest(Api, _query, null, Repeat.Always);
        var answer = await _transport.SendAsync<TokenAnswer>(request, null, cancellationToken);
        if (answer is { Errcode: 0, AccessToken: { Length: > 0 } token })
        {
            return new AccessToken(token, _clock.GetUtcNow().AddSeconds(answer.ExpiresIn));
        }

        var failure = WeComException.Answered(Api, answer.Errcode.GetValueOrDefault(), answer.Errmsg);
        throw failure.Error.Kind == WeComErrorKind.Configuration ? _outage.Stop(Api, failure) : failure;
    }

    private sealed record TokenAnswer : WeComAnswer
    {
        public string? AccessToken { get; init; }

        public int ExpiresIn { get; init; }
    }
}
