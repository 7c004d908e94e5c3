using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Wire;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>
/// Greets a new friend: with the code that came when the customer added the member of staff, which is good for 20 seconds and once. A code
/// that is used can never greet twice, so an attempt that was cut short is simply repeated.
/// </summary>
/// <param name="client">The company's WeCom.</param>
/// <param name="inbox">Knows the codes.</param>
/// <param name="clock">Tells whether a code is still good: the clock of the callbacks' gate.</param>
public sealed class WelcomeChannel(WeComClient client, ICallbackStore inbox, TimeProvider clock) : IChannel
{
    /// <summary>The name journeys use.</summary>
    public const string ChannelName = "wecom-welcome";

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public async Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var customer = (attempt.Message.Recipient as Recipient.Person)?.To.Find(IdentityKind.ExternalUserId);
        var ticket = customer is null
            ? null
            : await inbox.FindWelcomeAsync(attempt.Tenant, customer, attempt.Message.Sender, cancellationToken);
        if (ticket is null)
        {
            return Refused("welcome_no_code", "The contact has not just added a member of staff.");
        }

        return clock.GetUtcNow() >= ticket.ReceivedAt + WelcomeTicket.Life
            ? Expired()
            : await SendAsync(ticket, attempt, cancellationToken);
    }

    private async Task<Receipt> SendAsync(
        WelcomeTicket ticket,
        DeliveryAttempt attempt,
        CancellationToken cancellationToken
    )
    {
        var content = attempt.Message.Content;
        if (content.Attachments.Select(WelcomeAttachments.WhyNot).FirstOrDefault(why => why is not null) is { } reason)
        {
            return Refused("welcome_attachment", reason);
        }

        try
        {
            await client.Welcomes.SendAsync(
                new WelcomeCalls.Welcome(ticket.Code)
                {
                    Text = content.Text.Length > 0 ? new WireText(content.Text) : null,
                    Attachments = content.Attachments.Count > 0 ? WelcomeAttachments.Wire(content.Attachments) : null,
                },
                cancellationToken
            );
            return new Receipt.Delivered();
        }
        catch (WeComException failed)
        {
            return Read(failed, attempt.Number > 1);
        }
    }

    // 41050: WeCom does not know the code (any more). 41051: somebody used it, perhaps an attempt of ours that was cut short.
    private static Receipt Read(WeComException failed, bool mayHaveBeenUs) =>
        failed.Error switch
        {
            { Code: 41050 or 41051 } when mayHaveBeenUs => new Receipt.Ended(
                SendOutcome.Unconfirmed,
                "welcome_code_used",
                $"{failed.Message} An earlier attempt may have used it."
            ),
            { Code: 41050 } => Refused("welcome_code_invalid", failed.Message),
            { Code: 41051 } => Refused("welcome_code_used", failed.Message),
            { Kind: WeComErrorKind.NotAFriend } => new Receipt.Ended(
                SendOutcome.NotAFriend,
                "not_a_friend",
                failed.Message
            ),
            _ when failed.IsUncertain => new Receipt.Unknown(failed.Message),
            { Kind: WeComErrorKind.Busy or WeComErrorKind.Limited or WeComErrorKind.Token } => new Receipt.Unavailable(
                failed.Message,
                failed.RetryAfter
            ),
            { Kind: WeComErrorKind.Configuration } => new Receipt.Ended(
                SendOutcome.Failed,
                "wecom_configuration",
                failed.Message
            ),
            _ => Refused("welcome_refused", failed.Message),
        };

    private static Receipt.Ended Refused(string code, string reason) => new(SendOutcome.Refused, code, reason);

    private static Receipt.Ended Expired() =>
        new(SendOutcome.Expired, "welcome_expired", "The 20 seconds of the code were over.");
}
