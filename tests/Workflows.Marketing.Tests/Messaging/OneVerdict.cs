using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Messaging;

/// <summary>A judge that says the same about every message.</summary>
internal sealed class OneVerdict(Verdict verdict) : ISendJudge
{
    public Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LeasedMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<Verdict>>([.. messages.Select(_ => verdict)]);

    public Task CloseAsync(IReadOnlyList<MessageSettlement.Ended> ended, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
