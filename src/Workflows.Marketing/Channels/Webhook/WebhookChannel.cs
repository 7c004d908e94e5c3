using System.Globalization;
using System.Net.Http.Headers;
using Workflows.Marketing.Channels.Http;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.Webhook;

/// <summary>
/// Posts each message as JSON to one address, with the effect key in the header <c>Idempotency-Key</c>. 2xx is delivered;
/// 408, 425, 429, 5xx, time-outs and network failures are tried again; everything else is refused for good.
/// </summary>
public sealed class WebhookChannel : IChannel, IDisposable
{
    private readonly HttpDelivery _delivery;
    private readonly Uri _url;

    /// <exception cref="ArgumentException">The options are wrong; the message lists all mistakes.</exception>
    public WebhookChannel(WebhookOptions options, TimeProvider clock)
    {
        ValidOptions.ThrowIfInvalid(options);
        (Name, _url) = (options.Name, options.Url!);
        _delivery = new HttpDelivery(options.Timeout, clock);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public async Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        using var request = Request(attempt.Message);
        return await _delivery.SendAsync(request, (response, _) => Task.FromResult(Read(response)), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _delivery.Dispose();

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
        if (response.IsSuccessStatusCode)
        {
            return new Receipt.Delivered();
        }

        var said = HttpDelivery.Said(response);
        return HttpDelivery.IsBusy(response.StatusCode)
            ? new Receipt.Unavailable(said, _delivery.RetryAfter(response))
            : new Receipt.Ended(
                SendOutcome.Failed,
                string.Create(CultureInfo.InvariantCulture, $"http_{(int)response.StatusCode}"),
                said
            );
    }
}
