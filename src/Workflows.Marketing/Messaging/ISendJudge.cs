namespace Workflows.Marketing.Messaging;

/// <summary>Decides at send time whether messages may leave. The dispatcher asks its judges in order; the first that objects decides.</summary>
public interface ISendJudge
{
    /// <summary>Judges messages that are leased by this process and are about to be handed to their channels.</summary>
    /// <param name="messages">The messages, in the order they would be sent.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the judging; nothing is sent then.</param>
    /// <returns>One verdict for each message, in their order.</returns>
    Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LeasedMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Whether whoever has to do a task may be reminded of it now; what may is counted.</summary>
    /// <param name="reminder">The reminder.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the judging; nobody is reminded then.</param>
    Task<bool> MayRemindAsync(TaskReminder reminder, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    /// <summary>
    /// Told how messages ended, once that is written down. A process may die before it is told: what it keeps of messages
    /// that are over it has to find by itself.
    /// </summary>
    /// <param name="ended">How messages ended, whether this judge had let them pass or not.</param>
    /// <param name="cancellationToken">Ends the telling.</param>
    Task CloseAsync(IReadOnlyList<MessageSettlement.Ended> ended, CancellationToken cancellationToken);
}
