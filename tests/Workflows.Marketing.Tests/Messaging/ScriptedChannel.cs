using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Messaging;

/// <summary>A channel that answers as it is told.</summary>
internal sealed class ScriptedChannel : IChannel
{
    public string Name => "scripted";

    public Queue<Receipt> Answers { get; } = new();

    public List<OutboundMessage> Seen { get; } = [];

    public string? Throws { get; set; }

    public bool Hangs { get; set; }

    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        var message = attempt.Message;
        Receipt answer;
        lock (Seen)
        {
            Seen.Add(message);
            answer = Answers.TryDequeue(out var told) ? told : new Receipt.Delivered($"ref-{message.Key}");
        }

        Entered.TrySetResult();
        if (string.Equals(Throws, message.Key, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("poison");
        }

        if (Hangs)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }

        return answer;
    }
}
