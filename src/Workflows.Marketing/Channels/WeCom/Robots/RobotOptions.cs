using System.ComponentModel.DataAnnotations;

namespace Workflows.Marketing.Channels.WeCom.Robots;

/// <summary>A robot of an internal group of staff (群机器人). Set in section <c>Channels:WeComRobot</c>; the key is a secret.</summary>
public sealed class RobotOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Channels:WeComRobot";

    /// <summary>The name journeys use for this channel.</summary>
    /// <value>The default value is <c>wecom-robot</c>.</value>
    [Required, RegularExpression("^[a-z][a-z0-9-]{0,31}$", MatchTimeoutInMilliseconds = 100)]
    public string Name { get; set; } = "wecom-robot";

    /// <summary>The key in the robot's webhook address.</summary>
    /// <value>The default value is null: it has to be set.</value>
    [Required, StringLength(128, MinimumLength = 1)]
    public string? Key { get; set; }

    /// <summary>Where WeCom's server API is.</summary>
    /// <value>The default value is <c>https://qyapi.weixin.qq.com</c>.</value>
    [Required]
    public Uri BaseUrl { get; set; } = new("https://qyapi.weixin.qq.com");

    /// <summary>How long one request may take.</summary>
    /// <value>The default value is 10 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
