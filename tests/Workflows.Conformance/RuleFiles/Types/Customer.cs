#pragma warning disable MA0016 // The recorded rules see these very types.
// The recorded rules name these types by this namespace.
namespace Corpus;

public sealed class Customer
{
    public string? Name { get; set; }

    public int Age { get; set; }

    public int? Score { get; set; }

    public decimal Balance { get; set; }

    public double Rate { get; set; }

    public float Ratio { get; set; }

    public long Points { get; set; }

    public bool Active { get; set; }

    public bool? Verified { get; set; }

    public Tier Tier { get; set; }

    public Tier? PrevTier { get; set; }

    public DateTime Joined { get; set; }

    public DateTime? LastOrder { get; set; }

    public TimeSpan Window { get; set; }

    public Guid Id { get; set; }

    public Address? Address { get; set; }

    public List<OrderLine>? Lines { get; set; }

    public string[]? Tags { get; set; }

    public List<int>? Scores { get; set; }

    public Dictionary<string, int>? Counters { get; set; }

    public char Grade { get; set; }

#pragma warning disable IDE1006 // The recorded rules spell these two as they are.
    public int orders30d { get; set; }

    public int lastOrderDays { get; set; }
#pragma warning restore IDE1006

#pragma warning disable CA1822 // The recorded rules call it on an instance.
    public int Twice(int x) => 2 * x;
#pragma warning restore CA1822

    public string Label() => $"{Name}/{Age}";

    public object RawScore() => Score!;
}
