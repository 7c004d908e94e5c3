namespace Workflows.Marketing.Limits.Rules;

/// <summary>What a limit has counted so far in its period; rules see it as <c>count</c>.</summary>
/// <param name="Used">How many messages counted, or their amount where the limit counts money.</param>
/// <param name="Among">How many messages there were in all, where the limit is a share of them.</param>
public sealed record LimitCount(decimal Used, decimal Among)
{
    /// <summary>Nothing was sent yet.</summary>
    public static LimitCount Zero { get; } = new(0, 0);
}
