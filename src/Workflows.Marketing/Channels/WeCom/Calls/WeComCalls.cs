using System.Net.Http.Json;
using Polly;
using Polly.Retry;
using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Quotas;
using Workflows.Marketing.Channels.WeCom.Tokens;

namespace Workflows.Marketing.Channels.WeCom.Calls;

/// <summary>
/// Calls WeCom's API: inside its quotas, with a good token, again when that helps and cannot do a thing twice. Whatever is
/// not success is a <see cref="WeComException"/>.
/// </summary>
internal sealed class WeComCalls
{
    private readonly WeComTransport _transport;
    private readonly WeComTokens _tokens;
    private readonly CallQuota _quota;
    private readonly WeComOutage _outage;
    private readonly ResiliencePipeline _always;
    private readonly ResiliencePipeline _whenSurelyUndone;

    public WeComCalls(
        WeComTransport transport,
        WeComTokens tokens,
        CallQuota quota,
        WeComOutage outage,
        TimeProvider clock
    )
    {
        (_transport, _tokens, _quota, _outage) = (transport, tokens, quota, outage);
        _always = Pipeline(clock, failure => failure.IsTransient);
        _whenSurelyUndone = Pipeline(clock, failure => failure.IsTransient && !failure.IsUncertain);
    }

    /// <summary>Reads with GET.</summary>
    public Task<T> GetAsync<T>(string api, string? query, CancellationToken cancellationToken)
        where T : WeComAnswer => CallAsync<T>(new WeComRequest(api, query, null, Repeat.Always), cancellationToken);

    /// <summary>Posts a JSON body; a second time changes nothing.</summary>
    public Task<T> PostAsync<T>(string api, object body, CancellationToken cancellationToken)
        where T : WeComAnswer => CallAsync<T>(Json(api, body, Repeat.Always), cancellationToken);

    /// <summary>Posts a JSON body that makes something: never repeated when the first may have been carried out.</summary>
    public Task<T> CreateAsync<T>(string api, object body, CancellationToken cancellationToken)
        where T : WeComAnswer => CallAsync<T>(Json(api, body, Repeat.WhenSurelyUndone), cancellationToken);

    /// <summary>Makes a call.</summary>
    /// <exception cref="WeComException">WeCom did not answer with success.</exception>
    public async Task<T> CallAsync<T>(WeComRequest request, CancellationToken cancellationToken)
        where T : WeComAnswer
    {
        var pipeline = request.Repeat == Repeat.Always ? _always : _whenSurelyUndone;
        return await pipeline.ExecuteAsync(async attempt => await TryAsync<T>(request, attempt), cancellationToken);
    }

    private async Task<T> TryAsync<T>(WeComRequest request, CancellationToken cancellationToken)
        where T : WeComAnswer
    {
        _outage.ThrowIfStopped(request.Api);
        await _quota.TakeAsync(request.Api, cancellationToken);
        var token = await _tokens.GetAsync(cancellationToken);
        var answer = await _transport.SendAsync<T>(request, token, cancellationToken);
        if (WeComErrors.Of(answer.Errcode ?? 0).Kind == WeComErrorKind.Token)
        {
            token = await _tokens.RenewAsync(token, cancellationToken);
            answer = await _transport.SendAsync<T>(request, token, cancellationToken);
        }

        return answer.Errcode == 0 ? answer : throw await FailedAsync(request.Api, answer, cancellationToken);
    }

    private async Task<WeComException> FailedAsync(string api, WeComAnswer answer, CancellationToken cancellationToken)
    {
        var code = answer.Errcode.GetValueOrDefault();
        switch (WeComErrors.Of(code).Kind)
        {
            case WeComErrorKind.Configuration:
                return _outage.Stop(api, WeComException.Answered(api, code, answer.Errmsg));
            case WeComErrorKind.Limited:
                var wait = await _quota.CloseAsync(api, cancellationToken);
                return WeComException.Answered(api, code, answer.Errmsg, wait);
            default:
                return WeComException.Answered(api, code, answer.Errmsg);
        }
    }

    private static WeComRequest Json(string api, object body, Repeat repeat) =>
        new(api, null, () => JsonContent.Create(body, body.GetType(), null, WeComJson.Options), repeat);

    private static ResiliencePipeline Pipeline(TimeProvider clock, Func<WeComException, bool> helps) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = 3,
                    Delay = TimeSpan.FromMilliseconds(300),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = new PredicateBuilder().Handle<WeComException>(failure => helps(failure)),
                }
            )
            .Build();
}
