namespace Workflows.Storage.WeCom;

/// <summary>A way for customers to come in.</summary>
internal sealed class WayRow
{
    public int Tenant { get; set; }

    public required string Name { get; set; }

    public short Kind { get; set; }

    /// <summary>What people want of it, as JSON.</summary>
    public required string Spec { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>WeCom's id of it; null while it is not known whether it was made.</summary>
    public string? Reference { get; set; }

    public string? Address { get; set; }
}
