using System.Net;
using System.Text.Json;
using Workflows.Marketing.Channels.Http;
using Workflows.Marketing.Channels.WeCom.Errors;

namespace Workflows.Marketing.Channels.WeCom.Calls;

/// <summary>Carries one request to WeCom and reads the answer; says whether the request may have arrived.</summary>
internal sealed class WeComTransport : IDisposable
{
    // The largest answers are pages of 1,000 customers.
    private const long LargestAnswer = 32 * 1024 * 1024;

    private readonly HttpClient _client;
    private readonly string _address;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;

    public WeComTransport(Uri baseUrl, TimeSpan timeout, TimeProvider clock)
    {
        (_address, _timeout, _clock) = (baseUrl.AbsoluteUri.TrimEnd('/'), timeout, clock);
        _client = ChannelClient.Create(LargestAnswer);
    }

    /// <summary>Sends once. The answer's error code is not looked at, only that there is one.</summary>
    /// <exception cref="WeComException">There was no answer of the API.</exception>
    public async Task<T> SendAsync<T>(WeComRequest request, string? token, CancellationToken cancellationToken)
        where T : WeComAnswer
    {
        using var timeout = new CancellationTokenSource(_timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var message = Message(request, token);
        try
        {
            using var response = await _client.SendAsync(message, either.Token);
            return await ReadAsync<T>(request.Api, response, either.Token);
        }
        catch (OperationCanceledException cancelled) when (timeout.IsCancellationRequested)
        {
            throw WeComException.Lost(request.Api, $"no answer within {_timeout.TotalSeconds:0.###} s", cancelled);
        }
        catch (HttpRequestException failed) when (ChannelClient.NeverLeft(failed))
        {
            throw WeComException.Unsent(request.Api, $"{failed.HttpRequestError}: {failed.Message}", failed);
        }
        catch (HttpRequestException failed)
        {
            throw WeComException.Lost(request.Api, $"{failed.HttpRequestError}: {failed.Message}", failed);
        }
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Message(WeComRequest request, string? token)
    {
        // The token is part of the address, as WeCom wants it; addresses are therefore never logged.
        var query = string.Join(
            '&',
            new[] { token is null ? null : $"access_token={Uri.EscapeDataString(token)}", request.Query }.Where(part =>
                part is not null
            )
        );
        var address = new Uri(query.Length == 0 ? _address + request.Api : $"{_address}{request.Api}?{query}");
        return request.Body is null
            ? new HttpRequestMessage(HttpMethod.Get, address)
            : new HttpRequestMessage(HttpMethod.Post, address) { Content = request.Body() };
    }

    private static async Task<T> ReadAsync<T>(string api, HttpResponseMessage response, CancellationToken cancellation)
        where T : WeComAnswer
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw WeComException.Lost(api, $"HTTP {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd());
        }

        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            var answer = await JsonSerializer.DeserializeAsync<T>(body, WeComJson.Options, cancellation);
            return answer?.Errcode is null ? throw WeComException.Lost(api, "the answer has no errcode") : answer;
        }
        catch (JsonException malformed)
        {
            throw WeComException.Lost(api, "the answer is not JSON that can be read", malformed);
        }
    }
}
