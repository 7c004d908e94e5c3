using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Messaging;

/// <summary>A judge that lets all messages pass, and reminders while it is open.</summary>
internal sealed class ReminderGate : ISendJudge
{
    public bool IsOpen { get; set; } = true;

    public List<TaskReminder> Asked { get; } = [];

    public Task<IReadOnlyList<Verdict>> JudgeAsync(
        IReadOnlyList<LeasedMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<Verdict>>([.. messages.Select(_ => Verdict.Allowed.Instance)]);

    public Task<bool> MayRemindAsync(TaskReminder reminder, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Asked.Add(reminder);
        return Task.FromResult(IsOpen);
    }

    public Task CloseAsync(IReadOnlyList<MessageSettlement.Ended> ended, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
