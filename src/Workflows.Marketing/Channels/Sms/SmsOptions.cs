using System.ComponentModel.DataAnnotations;

namespace Workflows.Marketing.Channels.Sms;

/// <summary>
/// The SMS gateway. Set in section <c>Channels:Sms</c> or the environment; the secret belongs into the environment and is
/// never logged. What the gateway is asked and may answer stands in <c>docs/channels.md</c>.
/// </summary>
public sealed class SmsOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Channels:Sms";

    /// <summary>Where messages are posted.</summary>
    /// <value>The default value is null: there is no such channel then.</value>
    [Required]
    public Uri? Url { get; set; }

    /// <summary>Where receipts are asked for, with <c>?id=</c> and the gateway's name of a message.</summary>
    /// <value>The default value is null: a message counts as sent when the gateway took it.</value>
    public Uri? ReceiptUrl { get; set; }

    /// <summary>What the gateway knows us by: sent as bearer token, and the key that replies are signed with.</summary>
    /// <value>The default value is null: it has to be set.</value>
    [Required, StringLength(256, MinimumLength = 8)]
    public string? Secret { get; set; }

    /// <summary>The sender's name that stands in brackets before every text, as the law asks for (L10).</summary>
    /// <value>The default value is null: it has to be set.</value>
    [Required, StringLength(20, MinimumLength = 2)]
    public string? Signature { get; set; }

    /// <summary>What ends every marketing text, so that a customer can refuse for free (L10).</summary>
    /// <value>The default value is <c>拒收请回复R</c>.</value>
    [Required, StringLength(40, MinimumLength = 4)]
    public string OptOutText { get; set; } = "拒收请回复R";

    /// <summary>The gateway's template ids by the name of our template; a template that is not listed goes by its own name.</summary>
    /// <value>The default value is empty.</value>
    public IDictionary<string, string> Templates { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How long one request may take.</summary>
    /// <value>The default value is 10 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        foreach (var (name, url) in new[] { (nameof(Url), Url), (nameof(ReceiptUrl), ReceiptUrl) })
        {
            if (url is not null && !(url.IsAbsoluteUri && url.Scheme is "http" or "https"))
            {
                yield return new ValidationResult($"{name} '{url}' is not an http or https address.", [name]);
            }
        }
    }
}
