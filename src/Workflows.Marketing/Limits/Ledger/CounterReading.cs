namespace Workflows.Marketing.Limits.Ledger;

/// <summary>What a counter holds, looked at without locking it.</summary>
/// <param name="Scope">Whose counter it is.</param>
/// <param name="Marks">Its marks in the order of their time; some may count no more.</param>
public sealed record CounterReading(string Scope, IReadOnlyList<LimitMark> Marks);
