namespace Workflows.Storage.Limits;

/// <summary>One counter of one limit: how much it holds for each part of its period.</summary>
internal sealed class LimitCounterRow
{
    public int Tenant { get; set; }

    public required string Code { get; set; }

    public required string Scope { get; set; }

    /// <summary>The marks as JSON, in the order of time.</summary>
    public required string Marks { get; set; }

    /// <summary>When the last mark counts no more.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}
