using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Marketing.Channels.WeCom.Content;
using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Channels.WeCom.Tasks;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom;

/// <summary>
/// The official way to WeCom customers (S0-42): 1:1 chats and groups by mass message, Moments by Moment task. Members confirm
/// every send in their client; what became of each recipient is asked for afterwards.
/// </summary>
public sealed class WeComChannel : IBatchChannel, ITaskChannel
{
    private readonly WeComRoutes _routes;
    private readonly ContentPacking _packing;
    private readonly TaskSubmission _submission;
    private readonly WeComParts _parts;

    /// <param name="parts">What the channel works with.</param>
    public WeComChannel(WeComParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        _routes = new WeComRoutes(parts);
        _packing = new ContentPacking(parts.Shelf);
        _submission = new TaskSubmission(
            parts.Intents,
            new TaskReconciliation(parts.Intents, parts.Tasks, parts.Clock),
            parts.Tasks,
            parts.Client.Timeout,
            parts.Clock
        );
    }

    /// <summary>The channel's name in journeys: <c>wecom</c>.</summary>
    public string Name => "wecom";

    /// <summary>Of Moments members are reminded by a message of the application.</summary>
    public string? ReminderChannel(OutboundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Carrier == Carrier.Moments ? AppMessages.AppMessageCalls.Channel : null;
    }

    /// <summary>As many customers as one mass message takes; groups are split further.</summary>
    public int MaxBatch => MassMessages.MassMessageCalls.MostCustomers;

    /// <summary>
    /// One task is of one carrier, sender and content; and of messages that end in the same hour, because a task can only be
    /// taken back as a whole.
    /// </summary>
    public string BatchKey(OutboundMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var content = JsonSerializer.SerializeToUtf8Bytes(message.Content);
        var hour = message.ExpiresAt is { } end ? end.UtcTicks / TimeSpan.TicksPerHour : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)message.Carrier}|{Sender(message)}|{hour}|{Convert.ToHexStringLower(SHA256.HashData(content))}"
        );
    }

    /// <inheritdoc/>
    public async Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken) =>
        (await SendAsync([attempt], cancellationToken))[0];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Receipt>> SendAsync(
        IReadOnlyList<DeliveryAttempt> attempts,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(attempts);
        var first = attempts[0].Message;
        if (_routes.Of(first) is not { } route)
        {
            var reason = $"WeCom does not carry {first.Carrier} to a {first.Recipient.GetType().Name}.";
            return All(attempts, new Receipt.Ended(SendOutcome.Refused, WeComReasons.Carrier, reason));
        }

        try
        {
            var content = await _packing.PackAsync(first.Content, first.Carrier, cancellationToken);
            return content.Mistake is { } mistake
                ? All(attempts, new Receipt.Ended(SendOutcome.Refused, WeComReasons.Content, mistake))
                : await SubmitAsync(route, attempts, content, cancellationToken);
        }
        catch (WeComException failure)
        {
            // Only a file was uploaded so far.
            return All(attempts, new Receipt.Unavailable(failure.Message, failure.RetryAfter));
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Receipt>> CheckAsync(
        IReadOnlyList<SubmittedMessage> messages,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var receipts = new Receipt[messages.Count];
        var tasks = Enumerable
            .Range(0, messages.Count)
            .GroupBy(place => messages[place].Reference, StringComparer.Ordinal)
            .Select(async task =>
            {
                int[] places = [.. task];
                var found = await CheckAsync(
                    task.Key,
                    [.. places.Select(place => messages[place].Message)],
                    cancellationToken
                );
                for (var i = 0; i < places.Length; i++)
                {
                    receipts[places[i]] = found[i];
                }
            });
        await Task.WhenAll(tasks);
        return receipts;
    }

    /// <inheritdoc/>
    public async Task RemindAsync(string reference, CancellationToken cancellationToken) =>
        await (await _routes.OfAsync(reference, cancellationToken)).RemindAsync(reference, cancellationToken);

    /// <inheritdoc/>
    public async Task CancelAsync(string reference, CancellationToken cancellationToken) =>
        await (await _routes.OfAsync(reference, cancellationToken)).CancelAsync(reference, cancellationToken);

    private async Task<IReadOnlyList<Receipt>> SubmitAsync(
        ITaskRoute route,
        IReadOnlyList<DeliveryAttempt> attempts,
        PackedContent content,
        CancellationToken cancellationToken
    )
    {
        var addressed = attempts.Select(attempt => (attempt.Message.Key, To: route.Address(attempt.Message))).ToList();
        var first = attempts[0].Message;
        var parcel = new TaskParcel(
            _parts.Tenant,
            Sender(first),
            ContentOutline.Of(first.Content),
            content,
            [
                .. addressed
                    .Where(one => one.To.Recipient is not null)
                    .Select(one => new SendIntentMessage(one.Key, one.To.Recipient!)),
            ]
        );
        var receipts = await _submission.SubmitAsync(route, parcel, cancellationToken);
        await ForgetBadMediaAsync(content, receipts, cancellationToken);
        return [.. addressed.Select(one => one.To.Mistake ?? receipts[one.Key])];
    }

    private async Task<IReadOnlyList<Receipt>> CheckAsync(
        string reference,
        IReadOnlyList<OutboundMessage> messages,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return _routes.Of(messages[0]) is { } route
                ? await route.CheckAsync(reference, messages, cancellationToken)
                : [.. messages.Select(_ => new Receipt.Unavailable("The message's carrier is not WeCom's."))];
        }
        catch (WeComException failure)
        {
            var receipt = WeComReceipts.Of(failure);
            return [.. messages.Select(_ => receipt)];
        }
    }

    /// <summary>An id of a file that WeCom does not take any more must not be used by the next attempt.</summary>
    private async Task ForgetBadMediaAsync(
        PackedContent content,
        IReadOnlyDictionary<string, Receipt> receipts,
        CancellationToken cancellationToken
    )
    {
        if (receipts.Values.Any(receipt => receipt is Receipt.Unavailable failed && IsAboutMedia(failed)))
        {
            foreach (var media in content.MediaIds)
            {
                await _parts.Shelf.ForgetAsync(media, cancellationToken);
            }
        }
    }

    private static bool IsAboutMedia(Receipt.Unavailable failed) =>
        failed.Reason.Contains(": 40007 ", StringComparison.Ordinal);

    // Members post their own Moments, all in one task.
    private static string Sender(OutboundMessage message) =>
        message.Carrier == Carrier.Moments ? "" : message.Sender ?? "";

    private static Receipt[] All(IReadOnlyList<DeliveryAttempt> attempts, Receipt receipt) =>
        [.. Enumerable.Repeat(receipt, attempts.Count)];
}
