using System.ComponentModel.DataAnnotations;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>What WeCom's console shows beside the address that receives events («接收事件服务器»).</summary>
public sealed class CallbackOptions : IValidatableObject
{
    /// <summary>The token that signs requests: 1 to 64 letters and digits. Secret.</summary>
    /// <value>The default value is null: it has to be set.</value>
    [Required, RegularExpression("^[A-Za-z0-9_-]{1,64}$", MatchTimeoutInMilliseconds = 100)]
    public string? Token { get; set; }

    /// <summary>The <c>EncodingAESKey</c> that encrypts messages: 43 letters and digits. Secret.</summary>
    /// <value>The default value is null: it has to be set.</value>
    [Required, RegularExpression("^[A-Za-z0-9+/]{43}$", MatchTimeoutInMilliseconds = 100)]
    public string? EncodingAesKey { get; set; }

    /// <summary>Whom messages must be meant for: the CorpId, or the SuiteId of a provider's app.</summary>
    /// <value>The default value is null: it has to be set.</value>
    [Required, StringLength(128, MinimumLength = 1)]
    public string? ReceiveId { get; set; }

    /// <summary>How far a request's timestamp may be from now, before or after.</summary>
    /// <value>The default value is 5 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long what came of handled requests is kept, for people who ask what WeCom said.</summary>
    /// <value>The default value is 30 days.</value>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (EncodingAesKey is { Length: 43 } && !Convert.TryFromBase64String(EncodingAesKey + "=", new byte[32], out _))
        {
            yield return new ValidationResult(
                "The EncodingAESKey does not stand for 32 bytes: copy it from WeCom's console once more.",
                [nameof(EncodingAesKey)]
            );
        }
    }
}
