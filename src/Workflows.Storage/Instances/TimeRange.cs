namespace Workflows.Storage.Instances;

/// <summary>Between which moments a time lies.</summary>
/// <param name="Time">Which time.</param>
/// <param name="From">Not before this moment; null for no bound.</param>
/// <param name="To">Not after this moment; null for no bound.</param>
/// <param name="IsOutside">Whether everything outside the bounds is meant instead.</param>
public sealed record TimeRange(InstanceTime Time, DateTimeOffset? From, DateTimeOffset? To, bool IsOutside = false);
