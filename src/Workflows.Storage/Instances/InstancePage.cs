namespace Workflows.Storage.Instances;

/// <summary>Which part of a list of instances is shown.</summary>
/// <param name="OrderBy">The order.</param>
/// <param name="IsDescending">Whether the order is turned round.</param>
/// <param name="Skip">How many to leave out at the beginning.</param>
/// <param name="Take">How many at most.</param>
public sealed record InstancePage(
    InstanceOrder OrderBy = InstanceOrder.Created,
    bool IsDescending = true,
    int Skip = 0,
    int Take = 100
);
