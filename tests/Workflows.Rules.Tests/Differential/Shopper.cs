#pragma warning disable MA0016 // Rules see lists as they are.
namespace Workflows.Rules.Tests.Differential;

/// <summary>A contact with a member of every type that rules handle.</summary>
public sealed class Shopper
{
    public int Orders { get; init; }

    public long Points { get; init; }

    public decimal Amount { get; init; }

    public double Score { get; init; }

    public double? Rating { get; init; }

    public int? Visits { get; init; }

    public string? City { get; init; }

    public bool IsVip { get; init; }

    public bool? Consents { get; init; }

    public DateTime Joined { get; init; }

    public DateTime? Paid { get; init; }

    public DateTimeOffset Seen { get; init; }

    public TimeSpan Stay { get; init; }

    public Guid Id { get; init; }

    public Level Level { get; init; }

    public char Grade { get; init; }

    public List<string>? Tags { get; init; }

    public List<Line>? Lines { get; init; }

    public Place? Home { get; init; }
}
