namespace Workflows.Marketing.Messaging;

/// <summary>
/// A channel where a person, or a partner, does the sending: it answers <see cref="Receipt.Accepted"/> and is asked later
/// what came of it.
/// </summary>
public interface ITaskChannel : IChannel
{
    /// <summary>How long a task of this channel has time; null for as long as the dispatcher's options say.</summary>
    TimeSpan? ConfirmWithin => null;

    /// <summary>
    /// Asks what became of submitted messages. <see cref="Receipt.Accepted"/> means that it is not decided yet,
    /// <see cref="Receipt.Unavailable"/> and <see cref="Receipt.Unknown"/> that it could not be asked; the rest is final.
    /// </summary>
    /// <param name="messages">The messages; those of one reference stand together.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>One receipt for each message, in their order.</returns>
    Task<IReadOnlyList<Receipt>> CheckAsync(
        IReadOnlyList<SubmittedMessage> messages,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Whether what <see cref="CancelAsync"/> took back is surely not sent. Networks that have a message deliver it all the
    /// same: they say false, and limits go on counting it.
    /// </summary>
    bool CanTakeBack => true;

    /// <summary>
    /// The channel by which a reminder reaches the members who have to do a task, where it is a message of its own and limits
    /// of that channel count it; null where it is not.
    /// </summary>
    string? ReminderChannel(OutboundMessage message) => null;

    /// <summary>Reminds whoever has to do the task.</summary>
    Task RemindAsync(string reference, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the task back, as far as it is not done yet; a task that is over or unknown stays as it is. When this returns,
    /// nothing more of the task is sent.
    /// </summary>
    Task CancelAsync(string reference, CancellationToken cancellationToken);
}
