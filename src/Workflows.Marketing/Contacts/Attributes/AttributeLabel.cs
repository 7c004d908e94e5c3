namespace Workflows.Marketing.Contacts;

/// <summary>What people read instead of a name or a value.</summary>
/// <param name="Zh">In Chinese, or null.</param>
/// <param name="En">In English, or null.</param>
public sealed record AttributeLabel(string? Zh, string? En)
{
    /// <summary>No label: the name itself is read.</summary>
    public static AttributeLabel None { get; } = new(null, null);
}
