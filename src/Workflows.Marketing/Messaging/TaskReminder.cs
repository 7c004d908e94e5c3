namespace Workflows.Marketing.Messaging;

/// <summary>A reminder that is about to go out: limits say whether it may.</summary>
/// <param name="Tenant">Whose task it is.</param>
/// <param name="Channel">The task's channel.</param>
/// <param name="Reference">The other side's name for the task.</param>
/// <param name="Number">Which reminder of the task it is, from 1.</param>
public sealed record TaskReminder(int Tenant, string Channel, string Reference, int Number)
{
    /// <summary>The channel by which it reaches members as a message of its own, or null.</summary>
    public string? MemberChannel { get; init; }

    /// <summary>The members who get such a message.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The reminder of a task, by its messages that are not over.</summary>
    internal static TaskReminder Of(ITaskChannel channel, IReadOnlyList<SubmittedMessage> open, int number)
    {
        var first = open[0];
        var memberChannel = channel.ReminderChannel(first.Message);
        return new TaskReminder(first.Tenant, channel.Name, first.Reference, number)
        {
            MemberChannel = memberChannel,
            Members = memberChannel is null
                ? []
                :
                [
                    .. open.Select(message => (message.Message.Recipient as Recipient.Staff)?.StaffId)
                        .OfType<string>()
                        .Distinct(StringComparer.Ordinal),
                ],
        };
    }
}
