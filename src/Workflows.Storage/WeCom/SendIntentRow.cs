namespace Workflows.Storage.WeCom;

/// <summary>A task at WeCom: written down before it is made.</summary>
internal sealed class SendIntentRow
{
    public Guid Id { get; set; }

    public int Tenant { get; set; }

    public short Kind { get; set; }

    public required string Sender { get; set; }

    public required string Outline { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>The task's first name; null while it is not known whether it was made.</summary>
    public string? Reference { get; set; }

    /// <summary>The task's lasting name.</summary>
    public string? Name { get; set; }
}
