using System.ComponentModel.DataAnnotations;

namespace Workflows.Marketing.Channels.Webhook;

/// <summary>Where messages are posted.</summary>
public sealed class WebhookOptions : IValidatableObject
{
    /// <summary>The absolute http or https address that takes the messages.</summary>
    /// <value>The default value is null: it has to be set.</value>
    [Required]
    public Uri? Url { get; set; }

    /// <summary>The name journeys use for this channel.</summary>
    /// <value>The default value is <c>webhook</c>.</value>
    [Required, RegularExpression("^[a-z][a-z0-9-]{0,31}$", MatchTimeoutInMilliseconds = 100)]
    public string Name { get; set; } = "webhook";

    /// <summary>How long to wait for an answer.</summary>
    /// <value>The default value is 10 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (Url is not null && !(Url.IsAbsoluteUri && Url.Scheme is "http" or "https"))
        {
            yield return new ValidationResult(
                $"The Url '{Url}' is not an absolute http or https address.",
                [nameof(Url)]
            );
        }
    }
}
