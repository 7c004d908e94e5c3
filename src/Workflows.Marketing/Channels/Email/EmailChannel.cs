using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.Email;

/// <summary>
/// E-mail over SMTP. The protocol has no key: after a crash the letter goes again under the same Message-ID, by which
/// mailboxes tell that it is one; after a lost answer it does not go again, the outcome is Unconfirmed.
/// </summary>
public sealed class EmailChannel : IChannel
{
    private readonly EmailOptions _options;
    private readonly TimeProvider _clock;

    /// <exception cref="ArgumentException">The options are wrong; the message lists all mistakes.</exception>
    public EmailChannel(EmailOptions options, TimeProvider clock)
    {
        ValidOptions.ThrowIfInvalid(options);
        (_options, _clock) = (options, clock);
    }

    /// <inheritdoc/>
    public string Name => "email";

    /// <inheritdoc/>
    public async Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        if (!MailAddress.TryCreate(attempt.Message.Destination ?? "", out var to))
        {
            return new Receipt.Ended(SendOutcome.Refused, "no_email", "The contact has no e-mail address.");
        }

        using var letter = EmailLetter.Write(_options, attempt.Message, to);
        using var timeout = new CancellationTokenSource(_options.Timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var client = Client();
        try
        {
            await client.SendMailAsync(letter, either.Token);
            return new Receipt.Delivered(letter.Headers["Message-ID"]);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return Lost($"No answer within {_options.Timeout.TotalSeconds:0.###} s.");
        }
        catch (SmtpException failed)
        {
            return Read(failed);
        }
    }

    private SmtpClient Client()
    {
        var client = new SmtpClient(_options.Host!, _options.Port)
        {
            EnableSsl = _options.Tls,
            DeliveryMethod = SmtpDeliveryMethod.Network,
        };
        if (_options.User is not null)
        {
            client.Credentials = new NetworkCredential(_options.User, _options.Password);
        }

        return client;
    }

    // A server says 4xx when it may take the letter later and 5xx when it never will; the framework has no words for most.
    private static Receipt Read(SmtpException failed) =>
        (int)failed.StatusCode switch
        {
            >= 400 and < 500 => new Receipt.Unavailable(Line(failed)),
            >= 500 => new Receipt.Ended(SendOutcome.Refused, "smtp_refused", Line(failed)),
            _ when NeverConnected(failed) => new Receipt.Unavailable(Line(failed)),
            _ => Lost(Line(failed)),
        };

    private static bool NeverConnected(SmtpException failed) =>
        failed.GetBaseException()
            is SocketException
            {
                SocketErrorCode: SocketError.ConnectionRefused
                    or SocketError.HostNotFound
                    or SocketError.TryAgain
                    or SocketError.HostUnreachable
                    or SocketError.NetworkUnreachable
            };

    private static Receipt.Ended Lost(string reason) => new(SendOutcome.Unconfirmed, "no_answer", reason);

    private static string Line(SmtpException failed)
    {
        var cause = failed.GetBaseException();
        return (cause == failed ? failed.Message : $"{failed.Message} {cause.Message}").ReplaceLineEndings(" ");
    }
}
