using System.Text.Json;
using Workflows.Marketing.Channels.Http;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.Sms;

/// <summary>What the gateway's answers mean for a message.</summary>
internal sealed class SmsReceipts(HttpDelivery delivery, bool receiptsFollow)
{
    /// <summary>Reads the answer to a posted message.</summary>
    public async Task<Receipt> OfMessageAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (HttpDelivery.IsBusy(response.StatusCode))
        {
            return new Receipt.Unavailable(HttpDelivery.Said(response), delivery.RetryAfter(response));
        }

        var answer = await ReadAsync(response, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            return Refused(answer, HttpDelivery.Said(response));
        }

        return answer is { Id: { Length: > 0 } id } && receiptsFollow
            ? new Receipt.Accepted(id)
            : new Receipt.Delivered(answer?.Id);
    }

    /// <summary>Reads the answer to a question about <paramref name="reference"/>.</summary>
    public static async Task<Receipt> OfQuestionAsync(
        string reference,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        if (!response.IsSuccessStatusCode)
        {
            return new Receipt.Unavailable(HttpDelivery.Said(response));
        }

        var answer = await ReadAsync(response, cancellationToken);
        return answer?.Status switch
        {
            "delivered" => new Receipt.Delivered(reference),
            "failed" => Refused(answer, "The phone did not get it."),
            _ => new Receipt.Accepted(reference),
        };
    }

    private static Receipt.Ended Refused(SmsAnswer? answer, string otherwise) =>
        new(
            answer?.Code is "quota" ? SendOutcome.QuotaReached : SendOutcome.Refused,
            ReasonCode(answer?.Code),
            string.IsNullOrWhiteSpace(answer?.Message) ? otherwise : answer.Message
        );

    private static string ReasonCode(string? code) =>
        code is { Length: > 0 and <= 48 } && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_')
            ? $"sms_{code.ToLowerInvariant()}"
            : "sms_refused";

    // Without an answer that can be read the status says enough.
    private static Task<SmsAnswer?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        HttpDelivery.ReadJsonAsync<SmsAnswer>(response, JsonSerializerOptions.Web, cancellationToken);
}
