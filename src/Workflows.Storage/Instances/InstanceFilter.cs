using Workflows.Runtime.Execution;

namespace Workflows.Storage.Instances;

/// <summary>Which instances are meant. Everything that is given must hold.</summary>
public sealed record InstanceFilter
{
    /// <summary>Only these instances; null for any.</summary>
    public IReadOnlyCollection<Guid>? Ids { get; init; }

    /// <summary>Only those of these workflows; null for any.</summary>
    public IReadOnlyCollection<string>? DefinitionIds { get; init; }

    /// <summary>Only those on a version of this number; null for any.</summary>
    public int? Version { get; init; }

    /// <summary>Only those whose name or correlation id begins with this text, whose workflow's name has it, or whose id it is; null for any.</summary>
    public string? SearchTerm { get; init; }

    /// <summary>Only those with this correlation id; null for any.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Only those with, or without, incidents; null for any.</summary>
    public bool? HasIncidents { get; init; }

    /// <summary>Only those that live, or are over; null for any.</summary>
    public IReadOnlyCollection<WorkflowStatus>? Statuses { get; init; }

    /// <summary>Only those that live or ended in one of these ways; null for any.</summary>
    public IReadOnlyCollection<WorkflowSubStatus>? SubStatuses { get; init; }

    /// <summary>Bounds on their times.</summary>
    public IReadOnlyCollection<TimeRange> Times { get; init; } = [];
}
