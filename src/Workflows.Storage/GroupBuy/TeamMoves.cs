namespace Workflows.Storage.GroupBuy;

/// <summary>What of teams that buy together moves when two contacts become one, and back.</summary>
internal sealed record TeamMoves
{
    /// <summary>The seats.</summary>
    public IReadOnlyList<Seat> Seats { get; init; } = [];

    /// <summary>The teams that were opened.</summary>
    public IReadOnlyList<Guid> Opened { get; init; } = [];

    /// <summary>The numbers of what is still to be told.</summary>
    public IReadOnlyList<long> News { get; init; } = [];

    /// <summary>One seat of a team.</summary>
    internal sealed record Seat(Guid Team, int Number);
}
