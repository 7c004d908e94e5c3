namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>Which lines of a journal are meant; what is empty does not count.</summary>
internal sealed record JournalFilter(
    string[]? ActivityIds,
    string[]? ActivityNodeIds,
    string[]? ActivityTypes,
    string[]? ExcludedActivityTypes,
    string[]? EventNames
)
{
    public bool Allows(JournalRecord record) =>
        IsIn(ActivityIds, record.ActivityId)
        && IsIn(ActivityNodeIds, record.NodeId)
        && IsIn(ActivityTypes, record.ActivityType)
        && IsIn(EventNames, record.EventName)
        && !(ExcludedActivityTypes?.Contains(record.ActivityType, StringComparer.Ordinal) ?? false);

    private static bool IsIn(string[]? wanted, string value) =>
        wanted is not { Length: > 0 } || wanted.Contains(value, StringComparer.Ordinal);
}
