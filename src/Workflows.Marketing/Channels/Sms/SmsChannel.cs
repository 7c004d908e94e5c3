using System.Net.Http.Headers;
using System.Net.Http.Json;
using Workflows.Marketing.Channels.Http;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.Sms;

/// <summary>
/// SMS by a gateway over HTTP, with the effect key in the header <c>Idempotency-Key</c>: signed, with a way to refuse under
/// marketing texts (L10), and asked for its receipt where the gateway has them.
/// </summary>
public sealed class SmsChannel : ITaskChannel, IDisposable
{
    private readonly SmsOptions _options;
    private readonly HttpDelivery _delivery;
    private readonly SmsReceipts _receipts;

    /// <exception cref="ArgumentException">The options are wrong; the message lists all mistakes.</exception>
    public SmsChannel(SmsOptions options, TimeProvider clock)
    {
        ValidOptions.ThrowIfInvalid(options);
        _options = options;
        _delivery = new HttpDelivery(options.Timeout, clock);
        _receipts = new SmsReceipts(_delivery, receiptsFollow: options.ReceiptUrl is not null);
    }

    /// <inheritdoc/>
    public string Name => "sms";

    /// <inheritdoc/>
    public bool CanTakeBack => false;

    /// <inheritdoc/>
    public async Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var message = attempt.Message;
        if (Phone(message) is not { } phone)
        {
            return new Receipt.Ended(SendOutcome.Refused, "no_phone", "The contact has no phone number.");
        }

        var text = SmsText.Compose(_options, message);
        if (text.Length > SmsText.Longest)
        {
            var reason = $"The text has {text.Length} characters; SMS takes {SmsText.Longest}.";
            return new Receipt.Ended(SendOutcome.Refused, "text_too_long", reason);
        }

        using var request = Request(message, phone, text);
        return await _delivery.SendAsync(request, _receipts.OfMessageAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Receipt>> CheckAsync(
        IReadOnlyList<SubmittedMessage> messages,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var receipts = new List<Receipt>(messages.Count);
        foreach (var message in messages)
        {
            receipts.Add(await AskAsync(message.Reference, cancellationToken));
        }

        return receipts;
    }

    /// <inheritdoc/>
    /// <remarks>Nobody can be reminded: the network delivers.</remarks>
    public Task RemindAsync(string reference, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    /// <remarks>What the network has cannot be taken back.</remarks>
    public Task CancelAsync(string reference, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _delivery.Dispose();

    private static string? Phone(OutboundMessage message) =>
        message.Destination
        ?? (message.Recipient as Recipient.Person)
            ?.To.FirstOrDefault(identity => identity.Kind == IdentityKind.Phone)
            ?.Value;

    private async Task<Receipt> AskAsync(string reference, CancellationToken cancellationToken)
    {
        if (_options.ReceiptUrl is not { } url)
        {
            return new Receipt.Unknown("The gateway's receipts are no longer set up (Channels:Sms:ReceiptUrl).");
        }

        var address = new UriBuilder(url);
        address.Query = $"{address.Query.TrimStart('?')}&id={Uri.EscapeDataString(reference)}".TrimStart('&');
        using var request = new HttpRequestMessage(HttpMethod.Get, address.Uri);
        Authorize(request);
        return await _delivery.SendAsync(
            request,
            (response, ended) => SmsReceipts.OfQuestionAsync(reference, response, ended),
            cancellationToken
        );
    }

    private HttpRequestMessage Request(OutboundMessage message, string phone, string text)
    {
        var fields = message.Content.Fields();
        var body = new SmsBody(
            message.Key,
            phone,
            _options.Signature!,
            Template(message, fields),
            fields.Values,
            text,
            message.Purpose
        );
        var request = new HttpRequestMessage(HttpMethod.Post, _options.Url) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", message.Key);
        Authorize(request);
        return request;
    }

    // The block's own word first, then what the installation says about the template, else its name.
    private string Template(OutboundMessage message, Attachment.Fields fields) =>
        fields.Template.Length > 0 ? fields.Template
        : _options.Templates.TryGetValue(message.Template, out var template) ? template
        : message.Template;

    private void Authorize(HttpRequestMessage request) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _options.Secret);
}
