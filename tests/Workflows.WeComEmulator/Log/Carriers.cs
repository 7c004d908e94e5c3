namespace Workflows.WeComEmulator.Log;

/// <summary>How a message arrived.</summary>
public static class Carriers
{
    /// <summary>In the chat between a member and a customer.</summary>
    public const string Private = "private";

    /// <summary>In a customer group.</summary>
    public const string Group = "group";

    /// <summary>In a customer's Moments.</summary>
    public const string Moments = "moments";

    /// <summary>As welcome after adding a member.</summary>
    public const string Welcome = "welcome";

    /// <summary>From an app to a member.</summary>
    public const string App = "app";

    /// <summary>From a robot in an internal group.</summary>
    public const string Robot = "robot";

    /// <summary>From customer service (微信客服).</summary>
    public const string Kf = "kf";

    /// <summary>As subscribe message of a mini-program.</summary>
    public const string MiniProgram = "miniprogram";

    /// <summary>From an official account.</summary>
    public const string OfficialAccount = "official-account";

    /// <summary>As SMS.</summary>
    public const string Sms = "sms";

    /// <summary>As e-mail.</summary>
    public const string Email = "email";
}
