namespace Workflows.Marketing.Limits.Ledger;

/// <summary>What a counter holds for one part of its period.</summary>
/// <param name="Start">When the part began.</param>
/// <param name="Used">What counted against the limit.</param>
/// <param name="Among">What counted in all, where the limit is a share.</param>
public readonly record struct LimitMark(DateTimeOffset Start, decimal Used, decimal Among);
