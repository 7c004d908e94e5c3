namespace Workflows.Marketing.Limits.Ledger;

/// <summary>What one message holds of one counter.</summary>
/// <param name="Code">The limit's reason code.</param>
/// <param name="Scope">Whose counter it is.</param>
/// <param name="Mark">The part of the period it counts in, and how much.</param>
public sealed record LimitHold(string Code, string Scope, LimitMark Mark);
