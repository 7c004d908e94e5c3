using Workflows.Marketing.Messaging;

namespace Workflows.Storage.Tests.Limits;

/// <summary>Makes a task of every message, and nobody confirms it.</summary>
internal sealed class AcceptingChannel(string name) : ITaskChannel
{
    public string Name => name;

    public Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<Receipt>(new Receipt.Accepted($"task-{attempt.Message.Key}", TimeSpan.FromDays(2)));

    public Task<IReadOnlyList<Receipt>> CheckAsync(
        IReadOnlyList<SubmittedMessage> messages,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<Receipt>>([
            .. messages.Select(message => new Receipt.Accepted(message.Reference, TimeSpan.FromDays(2))),
        ]);

    public Task RemindAsync(string reference, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CancelAsync(string reference, CancellationToken cancellationToken) => Task.CompletedTask;
}
