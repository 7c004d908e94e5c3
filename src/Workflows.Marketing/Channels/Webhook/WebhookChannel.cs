using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.Webhook;

/// <summary>
/// Posts each message as JSON to one address, with the effect key in the header <c>Idempotency-Key</c>. 2xx is delivered;
/// 408, 425, 429, 5xx, time-outs and network failures are tried again; everything else is refused for good.
/// </summary>
public sealed class WebhookChannel : IChannel, IDisposable
{
    private readonly HttpClient _client;
    private readonly Uri _url;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;

    /// <exception cref="ArgumentException">The options are wrong; the message lists all mistakes.</exception>
    public WebhookChannel(WebhookOptions options, TimeProvider clock)
    {
        ValidOptions.ThrowIfInvalid(options);
        (Name, _url, _timeout, _clock) = (options.Name, options.Url!, options.Timeout, clock);
        var transport = new SocketsHttpHandler
        {
            // A redirected POST may lose its body or reach somebody else.
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        _client = new HttpClient(transport) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        using var timeout = new CancellationTokenSource(_timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = Request(attempt.Message);
        try
        {
            using var response = await _client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                either.Token
            );
            return Read(response);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new Receipt.Unknown($"No answer within {_timeout.TotalSeconds:0.###} s.");
        }
        catch (HttpRequestException failed)
        {
            return new Receipt.Unavailable($"{failed.HttpRequestError}: {failed.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Request(OutboundMessage message)
    {
        var content = new ByteArrayContent(WebhookBody.Write(message));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = content };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", message.Key);
        return request;
    }

    private Receipt Read(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var said = $"{status} {response.ReasonPhrase}".TrimEnd();
        return response.StatusCode switch
        {
            _ when response.IsSuccessStatusCode => new Receipt.Delivered(),
            HttpStatusCode.RequestTimeout
            or (HttpStatusCode)425
            or HttpStatusCode.TooManyRequests
            or >= HttpStatusCode.InternalServerError => new Receipt.Unavailable(said, RetryAfter(response)),
            _ => new Receipt.Ended(
                SendOutcome.Failed,
                string.Create(CultureInfo.InvariantCulture, $"http_{status}"),
                said
            ),
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > _clock.GetUtcNow() => date - _clock.GetUtcNow(),
            _ => null,
        };
}
