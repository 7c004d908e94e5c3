namespace Workflows.Storage.WeCom;

/// <summary>What new members of groups are greeted with.</summary>
internal sealed class GroupWelcomeRow
{
    public int Tenant { get; set; }

    public required string Name { get; set; }

    /// <summary>What it says, as JSON.</summary>
    public required string Welcome { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>WeCom's template_id; null while it is not known whether it was made.</summary>
    public string? Reference { get; set; }
}
