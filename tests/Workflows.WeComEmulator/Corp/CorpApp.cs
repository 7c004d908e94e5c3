namespace Workflows.WeComEmulator.Corp;

/// <summary>An app of the company: whoever knows its secret calls the API in its name.</summary>
/// <param name="Members">The visible range; null is everybody.</param>
internal sealed record CorpApp(int AgentId, string Name, string Secret, IReadOnlySet<string>? Members)
{
    /// <summary>The caller of an address that needs no token.</summary>
    public static CorpApp Nobody { get; } = new(0, "nobody", string.Empty, new HashSet<string>());

    public bool Sees(string userId) => Members is null || Members.Contains(userId);
}
