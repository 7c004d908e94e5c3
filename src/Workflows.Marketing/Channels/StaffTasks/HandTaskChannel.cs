using System.Security.Cryptography;
using System.Text;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.StaffTasks;

/// <summary>
/// Channels whose sending a person or a partner does with our words: staff tasks, the sidebar, call lists, package cards.
/// Each message becomes one task; what people say about the task becomes the message's outcome.
/// </summary>
/// <param name="name">The name journeys use.</param>
/// <param name="tasks">Where the tasks are.</param>
/// <param name="clock">The journeys' clock.</param>
/// <param name="doWithin">How long a task has time unless its message expires earlier.</param>
public sealed class HandTaskChannel(string name, IHandTaskStore tasks, TimeProvider clock, TimeSpan doWithin)
    : ITaskChannel
{
    /// <summary>The names of the channels that work by tasks.</summary>
    public static IReadOnlyList<string> Names { get; } = ["staff-task", "sidebar", "call", "package-card"];

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public async Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var message = attempt.Message;
        var now = clock.GetUtcNow();
        var reference = ReferenceOf(attempt.Tenant, message.Key);
        var task = new HandTask(attempt.Tenant, reference, message, now, message.ExpiresAt ?? now + doWithin);

        // However often it is tried, the same key makes the same task.
        await tasks.AddAsync(task, cancellationToken);
        return new Receipt.Accepted(reference);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Receipt>> CheckAsync(
        IReadOnlyList<SubmittedMessage> messages,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        string[] references = [.. messages.Select(message => message.Reference).Distinct(StringComparer.Ordinal)];
        var known = (await tasks.FindAsync(references, cancellationToken)).ToDictionary(
            task => task.Reference,
            StringComparer.Ordinal
        );
        string[] confirmed =
        [
            .. known.Values.Where(task => task.State == HandTaskState.Confirmed).Select(task => task.Reference),
        ];
        if (confirmed.Length > 0)
        {
            await tasks.CompleteAsync(confirmed, cancellationToken);
        }

        return [.. messages.Select(message => Read(message.Reference, known.GetValueOrDefault(message.Reference)))];
    }

    /// <inheritdoc/>
    public Task RemindAsync(string reference, CancellationToken cancellationToken) =>
        tasks.RemindAsync(reference, cancellationToken);

    /// <inheritdoc/>
    public Task CancelAsync(string reference, CancellationToken cancellationToken) =>
        tasks.WithdrawAsync(reference, cancellationToken);

    private static Receipt Read(string reference, HandTask? task) =>
        task?.State switch
        {
            null => new Receipt.Ended(SendOutcome.Failed, "task_lost", "The task is not there any more."),
            HandTaskState.Confirmed or HandTaskState.Sent => new Receipt.Delivered(reference),
            HandTaskState.Skipped => new Receipt.Ended(
                SendOutcome.Refused,
                "skipped",
                task.Note ?? $"{task.DoneBy} skipped the task."
            ),
            _ => new Receipt.Accepted(reference),
        };

    private static string ReferenceOf(int tenant, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}:{key}"))[..16]);
}
