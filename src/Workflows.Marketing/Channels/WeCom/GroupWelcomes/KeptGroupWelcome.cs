namespace Workflows.Marketing.Channels.WeCom.GroupWelcomes;

/// <summary>A group welcome, and what WeCom calls it.</summary>
/// <param name="Welcome">What it says.</param>
/// <param name="MadeAt">When it was begun.</param>
public sealed record KeptGroupWelcome(GroupWelcome Welcome, DateTimeOffset MadeAt)
{
    /// <summary>WeCom's template_id; null while it is not known whether WeCom has made it.</summary>
    public string? Reference { get; init; }
}
