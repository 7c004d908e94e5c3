using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Tasks;

/// <summary>One way to have members send something: a kind of task at WeCom.</summary>
internal interface ITaskRoute
{
    SendIntentKind Kind { get; }

    /// <summary>Recipients in one task.</summary>
    int Most { get; }

    /// <summary>The recipient's id at WeCom, or how the message ends because it has none.</summary>
    (string? Recipient, Receipt.Ended? Mistake) Address(OutboundMessage message);

    /// <summary>Makes a task.</summary>
    /// <exception cref="Errors.WeComException">It was not made, or nobody knows.</exception>
    Task<NewTask> MakeAsync(TaskParcel parcel, CancellationToken cancellationToken);

    /// <summary>Looks for the task of an intent of which it is not known whether it was made.</summary>
    /// <exception cref="Errors.WeComException">WeCom could not be asked.</exception>
    Task<FoundTask> FindAsync(SendIntent open, CancellationToken cancellationToken);

    /// <summary>What became of messages of one task; their order is kept.</summary>
    /// <exception cref="Errors.WeComException">WeCom could not be asked.</exception>
    Task<IReadOnlyList<Receipt>> CheckAsync(
        string reference,
        IReadOnlyList<OutboundMessage> messages,
        CancellationToken cancellationToken
    );

    /// <summary>Reminds the members who have not confirmed.</summary>
    Task RemindAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Takes back what is not sent.</summary>
    Task CancelAsync(string reference, CancellationToken cancellationToken);
}
