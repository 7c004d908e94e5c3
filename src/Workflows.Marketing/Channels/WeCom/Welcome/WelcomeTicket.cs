namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>The right to greet one customer once.</summary>
/// <param name="Customer">The external_userid.</param>
/// <param name="Staff">In whose name.</param>
/// <param name="Code">WeCom's code for it.</param>
/// <param name="ReceivedAt">When it came; it is good for <see cref="Life"/>.</param>
public sealed record WelcomeTicket(string Customer, string Staff, string Code, DateTimeOffset ReceivedAt)
{
    /// <summary>How long a code is good for, as WeCom's path/92137 says.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(20);
}
