using System.Text;
using System.Threading.Channels;
using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Callbacks;

/// <summary>Delivers queued events, encrypted and signed, each within five seconds.</summary>
internal sealed class CallbackSender(Company company, HttpClient client) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(company.Callbacks.Readers.Select(lane => DeliverAsync(lane, stoppingToken)));

    private async Task DeliverAsync(ChannelReader<CallbackDelivery> lane, CancellationToken cancellationToken)
    {
        await foreach (var delivery in lane.ReadAllAsync(cancellationToken))
        {
            if (company.See(() => company.Callbacks.Settings) is not { Url: { } url } settings)
            {
                company.Do(() => company.Callbacks.Settle(delivery with { Attempt = int.MaxValue }, null));
                continue;
            }

            var request = company.Do(() => CallbackRequest.Of(company, settings, url, delivery));
            var answer = await PostAsync(request, cancellationToken);
            company.Do(() => company.Callbacks.Settle(delivery, answer));
            if (delivery is { IsForged: false, Entry.IsReplayed: true } && answer is 200)
            {
                delivery.Entry.ReplayAnswer = await PostAsync(request, cancellationToken);
            }
        }
    }

    private async Task<int?> PostAsync(CallbackRequest request, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            using var content = new StringContent(request.Body, Encoding.UTF8, "text/xml");
            using var response = await client.PostAsync(request.Address, content, deadline.Token);
            return (int)response.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
