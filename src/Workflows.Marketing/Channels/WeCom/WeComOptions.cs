using System.ComponentModel.DataAnnotations;
using Workflows.Marketing.Channels.WeCom.Quotas;

namespace Workflows.Marketing.Channels.WeCom;

/// <summary>
/// One company's WeCom application (自建应用 with the right 客户联系). Set in section <c>Channels:WeCom</c> or the environment;
/// secrets belong into the environment and are never logged.
/// </summary>
public sealed class WeComOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Channels:WeCom";

    /// <summary>Where WeCom's server API is.</summary>
    /// <value>The default value is <c>https://qyapi.weixin.qq.com</c>.</value>
    [Required]
    public Uri BaseUrl { get; set; } = new("https://qyapi.weixin.qq.com");

    /// <summary>The company's id (企业ID), for example <c>wx5823bf96d3bd56c7</c>.</summary>
    /// <value>The default value is null: it has to be set.</value>
    [Required, RegularExpression("^[A-Za-z0-9_-]{1,64}$", MatchTimeoutInMilliseconds = 100)]
    public string? CorpId { get; set; }

    /// <summary>The application's secret (应用Secret).</summary>
    /// <value>The default value is null: it has to be set.</value>
    [Required, StringLength(256, MinimumLength = 1)]
    public string? Secret { get; set; }

    /// <summary>The application's number (AgentId), which messages to staff and group welcome templates name.</summary>
    /// <value>The default value is null: neither can be used.</value>
    [Range(1, int.MaxValue)]
    public int? AgentId { get; set; }

    /// <summary>The token that callbacks are signed with.</summary>
    /// <value>The default value is null: callbacks are not accepted.</value>
    [RegularExpression("^[A-Za-z0-9]{3,32}$", MatchTimeoutInMilliseconds = 100)]
    public string? CallbackToken { get; set; }

    /// <summary>The key callbacks are encrypted with (EncodingAESKey), 43 letters and digits.</summary>
    /// <value>The default value is null: callbacks are not accepted.</value>
    [RegularExpression("^[A-Za-z0-9]{43}$", MatchTimeoutInMilliseconds = 100)]
    public string? CallbackAesKey { get; set; }

    /// <summary>How long one request may take.</summary>
    /// <value>The default value is 10 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often each API may be called.</summary>
    /// <value>The default value is what WeCom grants: 10,000 a minute and 150,000 an hour.</value>
    [Required]
    public CallLimits Calls { get; set; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseUrl is not null && !(BaseUrl.IsAbsoluteUri && BaseUrl.Scheme is "http" or "https"))
        {
            yield return new($"BaseUrl '{BaseUrl}' is not an http or https address.", [nameof(BaseUrl)]);
        }

        if (CallbackToken is null != CallbackAesKey is null)
        {
            yield return new(
                "CallbackToken and CallbackAesKey are set together or not at all.",
                [nameof(CallbackToken)]
            );
        }

        List<ValidationResult> mistakes = [];
        Validator.TryValidateObject(Calls, new ValidationContext(Calls), mistakes, validateAllProperties: true);
        foreach (var mistake in mistakes)
        {
            yield return mistake;
        }
    }
}
