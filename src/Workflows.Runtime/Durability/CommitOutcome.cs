namespace Workflows.Runtime.Durability;

/// <summary>What became of a <see cref="WorkCommit"/>.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome() { }

    /// <summary>All of it is written.</summary>
    public sealed record Committed : CommitOutcome
    {
        /// <summary>The one instance of it.</summary>
        public static Committed Instance { get; } = new();
    }

    /// <summary>Nothing is written: this host no longer holds the partitions.</summary>
    /// <param name="Partitions">The partitions that moved.</param>
    public sealed record StaleLease(PartitionSet Partitions) : CommitOutcome;

    /// <summary>Nothing is written: these subjects' turns lost a race, or repeat an effect that has left.</summary>
    /// <param name="Subjects">The subjects whose turns have to be dropped and redone.</param>
    /// <param name="Reason">What collided, for the log.</param>
    public sealed record Conflict(IReadOnlyCollection<Guid> Subjects, string Reason) : CommitOutcome;
}
