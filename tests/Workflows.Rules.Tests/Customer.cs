namespace Workflows.Rules.Tests;

/// <summary>What the lifecycle rules see of a contact.</summary>
public sealed class Customer
{
    public DateTimeOffset JoinedAt { get; init; }

    public int PaidOrderCount { get; init; }

    public DateTimeOffset? LastPaidAt { get; init; }

    public decimal PaidAmount { get; init; }

    public string? City { get; init; }

    public double? Score { get; init; }
}
