namespace Workflows.Rules.Tests.Analysis;

/// <summary>A contact with one field of each kind that analyses know.</summary>
public sealed record Person
{
    public int Orders { get; init; }

    public int? Level { get; init; }

    public bool Vip { get; init; }

    public string? City { get; init; }

    public decimal Amount { get; init; }

    public double? Score { get; init; }

    public DateTimeOffset JoinedAt { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    public IReadOnlyCollection<string> Tags { get; init; } = [];
}
