namespace Workflows.Storage.Referral;

internal sealed class CommissionRow
{
    public int Tenant { get; set; }

    public required string Program { get; set; }

    public required string Source { get; set; }

    /// <summary>The order's number in its source.</summary>
    public required string Number { get; set; }

    public short Level { get; set; }

    public Guid MemberId { get; set; }

    public DateTimeOffset PaidAt { get; set; }

    public required string Tier { get; set; }

    /// <summary>Millionths of the order.</summary>
    public int Rate { get; set; }

    public required string RuleSet { get; set; }

    public int Version { get; set; }

    /// <summary>What is paid and kept of the order.</summary>
    public decimal Kept { get; set; }

    /// <summary>Whether anything is kept of the order.</summary>
    public bool Counts { get; set; }

    /// <summary>Cents.</summary>
    public long Amount { get; set; }

    /// <summary>Cents that the last posting changed.</summary>
    public long Change { get; set; }

    public int Revision { get; set; }

    public required string Cause { get; set; }
}
