using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace Workflows.Marketing.Channels.Email;

/// <summary>
/// The mail server. Set in section <c>Channels:Email</c> or the environment; the password belongs into the environment and
/// is never logged.
/// </summary>
public sealed class EmailOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Channels:Email";

    /// <summary>The server's name.</summary>
    /// <value>The default value is null: there is no such channel then.</value>
    [Required]
    public string? Host { get; set; }

    /// <summary>The server's port.</summary>
    /// <value>The default value is 587, submission with STARTTLS.</value>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection is encrypted (STARTTLS); without it no password is sent.</summary>
    /// <value>The default value is true.</value>
    public bool Tls { get; set; } = true;

    /// <summary>Who signs in, or null when the server asks nobody.</summary>
    /// <value>The default value is null.</value>
    public string? User { get; set; }

    /// <summary>The user's password.</summary>
    /// <value>The default value is null.</value>
    public string? Password { get; set; }

    /// <summary>Who writes, for example <c>瑞雪咖啡 &lt;hello@example.com&gt;</c>.</summary>
    /// <value>The default value is null: it has to be set.</value>
    [Required]
    public string? From { get; set; }

    /// <summary>Where a reader of marketing mail unsubscribes, sent as <c>List-Unsubscribe</c>.</summary>
    /// <value>The default value is null: no such header.</value>
    public Uri? Unsubscribe { get; set; }

    /// <summary>How long one message may take.</summary>
    /// <value>The default value is 15 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (From is not null && !MailAddress.TryCreate(From, out _))
        {
            yield return new ValidationResult($"From '{From}' is not a mail address.", [nameof(From)]);
        }

        if (User is not null && !Tls)
        {
            yield return new ValidationResult("A password is only sent with Tls.", [nameof(Tls)]);
        }

        if (Unsubscribe is { IsAbsoluteUri: false })
        {
            yield return new ValidationResult(
                $"Unsubscribe '{Unsubscribe}' is not an absolute address.",
                [nameof(Unsubscribe)]
            );
        }
    }
}
