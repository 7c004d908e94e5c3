namespace Workflows.Marketing.Limits.Ledger;

/// <summary>Names one counter.</summary>
/// <param name="Tenant">Whose counter it is.</param>
/// <param name="Code">The limit's reason code.</param>
/// <param name="Scope">Whose messages it counts, for example a group's id.</param>
public readonly record struct CounterKey(int Tenant, string Code, string Scope)
{
    /// <summary>The order in which every process locks counters.</summary>
    public static Comparer<CounterKey> LockOrder { get; } = Comparer<CounterKey>.Create(Compare);

    private static int Compare(CounterKey left, CounterKey right) =>
        left.Tenant != right.Tenant ? left.Tenant.CompareTo(right.Tenant)
        : string.CompareOrdinal(left.Code, right.Code) is not 0 and var byCode ? byCode
        : string.CompareOrdinal(left.Scope, right.Scope);
}
