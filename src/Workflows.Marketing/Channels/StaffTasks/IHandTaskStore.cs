namespace Workflows.Marketing.Channels.StaffTasks;

/// <summary>Keeps the tasks that people do.</summary>
public interface IHandTaskStore
{
    /// <summary>Adds a task; one that is known stays as it is.</summary>
    Task AddAsync(HandTask task, CancellationToken cancellationToken);

    /// <summary>The tasks of these references that there are, in no order.</summary>
    Task<IReadOnlyList<HandTask>> FindAsync(
        IReadOnlyCollection<string> references,
        CancellationToken cancellationToken
    );

    /// <summary>Tasks, the most urgent first.</summary>
    Task<IReadOnlyList<HandTask>> ListAsync(int tenant, HandTaskQuery query, CancellationToken cancellationToken);

    /// <summary>Notes a reminder of an open task.</summary>
    Task RemindAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Takes an open task back; one that is confirmed or over stays as it is.</summary>
    Task WithdrawAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Turns confirmed tasks into sent ones.</summary>
    Task CompleteAsync(IReadOnlyCollection<string> references, CancellationToken cancellationToken);

    /// <summary>
    /// Confirms or skips an open task, in one transaction with the wish that its message is asked about at once.
    /// </summary>
    /// <param name="tenant">Whose task.</param>
    /// <param name="reference">Which.</param>
    /// <param name="state"><see cref="HandTaskState.Confirmed"/> or <see cref="HandTaskState.Skipped"/>.</param>
    /// <param name="by">Who.</param>
    /// <param name="note">What they say about it, or null.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether the task was open.</returns>
    Task<bool> FinishAsync(
        int tenant,
        string reference,
        HandTaskState state,
        string by,
        string? note,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );
}
