using System.Net.Http.Headers;
using System.Net.Http.Json;
using Workflows.Marketing.Channels.Http;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>
/// Asks the shop to give money back: a POST for each refund, with its key in the header <c>Idempotency-Key</c>, so that the shop gives it once however often
/// it is asked. 2xx means that it has; anything else is asked again.
/// </summary>
/// <param name="address">Where the shop takes refunds.</param>
/// <param name="clock">Measures how long an answer takes.</param>
public sealed class ShopRefunds(Uri address, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly HttpDelivery _delivery = new(Timeout, clock);

    /// <summary>Asks once.</summary>
    /// <returns>Whether the shop says that it is done.</returns>
    public async Task<bool> AskAsync(TeamNews.Refund refund, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refund);
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = JsonContent.Create(
            new
            {
                key = refund.Key,
                order = refund.Order,
                amount = refund.Amount,
                reason = refund.Reason.ToString(),
                campaign = refund.Campaign,
                team = $"{refund.Team:N}",
                at = refund.At,
            },
            new MediaTypeHeaderValue("application/json", "utf-8")
        );
        request.Headers.TryAddWithoutValidation("Idempotency-Key", refund.Key);
        var receipt = await _delivery.SendAsync(
            request,
            (response, _) =>
                Task.FromResult<Receipt>(
                    response.IsSuccessStatusCode
                        ? new Receipt.Delivered()
                        : new Receipt.Unavailable(HttpDelivery.Said(response), null)
                ),
            cancellationToken
        );
        return receipt is Receipt.Delivered;
    }

    /// <inheritdoc/>
    public void Dispose() => _delivery.Dispose();
}
