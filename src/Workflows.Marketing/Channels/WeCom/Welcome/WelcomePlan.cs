namespace Workflows.Marketing.Channels.WeCom.Welcome;

/// <summary>How a workspace greets new friends: the first rule that fits speaks; where none does, nobody.</summary>
/// <param name="Rules">The rules in order, at most <see cref="MaxRules"/>.</param>
public sealed record WelcomePlan(IReadOnlyList<WelcomeRule> Rules)
{
    /// <summary>The most rules a plan may have.</summary>
    public const int MaxRules = 1_000;

    /// <summary>A plan that greets nobody.</summary>
    public static WelcomePlan Empty { get; } = new([]);
}
