using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.Http;

/// <summary>One attempt over HTTP, and what its failures mean for a message.</summary>
internal sealed class HttpDelivery : IDisposable
{
    // Gateways answer with a line of JSON.
    private const long LargestAnswer = 1024 * 1024;

    private readonly HttpClient _client;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;

    public HttpDelivery(TimeSpan timeout, TimeProvider clock)
    {
        (_timeout, _clock) = (timeout, clock);
        _client = ChannelClient.Create(LargestAnswer);
    }

    /// <summary>Sends once; <paramref name="read"/> says what a complete answer means.</summary>
    public async Task<Receipt> SendAsync(
        HttpRequestMessage request,
        Func<HttpResponseMessage, CancellationToken, Task<Receipt>> read,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(_timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await _client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                either.Token
            );
            return await read(response, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new Receipt.Unknown($"No answer within {_timeout.TotalSeconds:0.###} s.");
        }
        catch (HttpRequestException failed) when (ChannelClient.NeverLeft(failed))
        {
            return new Receipt.Unavailable($"{failed.HttpRequestError}: {failed.Message}");
        }
        catch (HttpRequestException failed)
        {
            return new Receipt.Unknown($"{failed.HttpRequestError}: {failed.Message}");
        }
    }

    /// <summary>The answer's JSON, or null when it is none or not of this shape.</summary>
    /// <exception cref="HttpRequestException">It is longer than a megabyte, or breaks off.</exception>
    public static async Task<T?> ReadJsonAsync<T>(
        HttpResponseMessage response,
        JsonSerializerOptions options,
        CancellationToken cancellationToken
    )
        where T : class
    {
        await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(options, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the other side asks to come back: 408, 425, 429 and 5xx.</summary>
    public static bool IsBusy(HttpStatusCode status) =>
        status
            is HttpStatusCode.RequestTimeout
                or (HttpStatusCode)425
                or HttpStatusCode.TooManyRequests
                or >= HttpStatusCode.InternalServerError;

    /// <summary>The status as people read it, for example <c>404 Not Found</c>.</summary>
    public static string Said(HttpResponseMessage response) =>
        $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();

    /// <summary>How long the other side asks to wait, or null.</summary>
    public TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > _clock.GetUtcNow() => date - _clock.GetUtcNow(),
            _ => null,
        };

    public void Dispose() => _client.Dispose();
}
