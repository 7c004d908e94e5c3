using System.ComponentModel.DataAnnotations;

namespace Workflows.Marketing.Channels.WeChat;

/// <summary>
/// One WeChat application: an official account (公众号) or a mini-program (小程序). Set in section
/// <c>Channels:OfficialAccount</c> or <c>Channels:MiniProgram</c>; the secret belongs into the environment and is never logged.
/// </summary>
public sealed class WeChatOptions : IValidatableObject
{
    /// <summary>The configuration section of the official account.</summary>
    public const string OfficialAccount = "Channels:OfficialAccount";

    /// <summary>The configuration section of the mini-program.</summary>
    public const string MiniProgram = "Channels:MiniProgram";

    /// <summary>Where WeChat's server API is.</summary>
    /// <value>The default value is <c>https://api.weixin.qq.com</c>.</value>
    [Required]
    public Uri BaseUrl { get; set; } = new("https://api.weixin.qq.com");

    /// <summary>The application's id, for example <c>wx8bd80126147df384</c>.</summary>
    /// <value>The default value is null: there is no such channel then.</value>
    [Required, RegularExpression("^[A-Za-z0-9_-]{1,64}$", MatchTimeoutInMilliseconds = 100)]
    public string? AppId { get; set; }

    /// <summary>The application's secret.</summary>
    /// <value>The default value is null: it has to be set.</value>
    [Required, StringLength(256, MinimumLength = 1)]
    public string? Secret { get; set; }

    /// <summary>How long one request may take.</summary>
    /// <value>The default value is 10 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    IEnumerable<ValidationResult> IValidatableObject.Validate(ValidationContext validationContext)
    {
        if (BaseUrl is not null && !(BaseUrl.IsAbsoluteUri && BaseUrl.Scheme is "http" or "https"))
        {
            yield return new ValidationResult(
                $"BaseUrl '{BaseUrl}' is not an http or https address.",
                [nameof(BaseUrl)]
            );
        }
    }
}
