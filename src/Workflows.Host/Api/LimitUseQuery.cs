namespace Workflows.Host.Api;

/// <summary>Which part of a limit's use.</summary>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Limit">How many counters are looked at; 1 to 1000, 100 unless given. Those of which nothing counts now are left out.</param>
internal sealed record LimitUseQuery(string? After, int? Limit);
