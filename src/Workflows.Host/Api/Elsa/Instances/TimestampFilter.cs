using Workflows.Storage.Instances;

namespace Workflows.Host.Api.Elsa.Instances;

/// <summary>A bound on one of an instance's times, as Elsa writes it.</summary>
internal sealed record TimestampFilter(string? Column, string? Operator, DateTimeOffset Timestamp)
{
    public TimeRange Translate()
    {
        var time = Column?.ToUpperInvariant() switch
        {
            "UPDATEDAT" or "UPDATED" => InstanceTime.Updated,
            "FINISHEDAT" or "FINISHED" => InstanceTime.Finished,
            _ => InstanceTime.Created,
        };
        var tick = TimeSpan.FromTicks(1);
        return Operator switch
        {
            "Is" => new TimeRange(time, Timestamp, Timestamp),
            "IsNot" => new TimeRange(time, Timestamp, Timestamp, IsOutside: true),
            "GreaterThan" => new TimeRange(time, Timestamp + tick, null),
            "GreaterThanOrEqual" => new TimeRange(time, Timestamp, null),
            "LessThan" => new TimeRange(time, null, Timestamp - tick),
            _ => new TimeRange(time, null, Timestamp),
        };
    }
}
