using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.Intents;
using Workflows.Marketing.Channels.WeCom.Tasks;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Channels.WeCom.Moments;

/// <summary>Customer Moments (客户朋友圈): one task for all members who post the same; each confirms for their own.</summary>
internal sealed class MomentTasks(
    MomentCalls calls,
    MomentJobs jobs,
    MomentSearch search,
    MomentReminder reminder,
    TaskOptions options
) : ITaskRoute
{
    public SendIntentKind Kind => SendIntentKind.Moment;

    public int Most => MomentCalls.MostMembers;

    public (string? Recipient, Receipt.Ended? Mistake) Address(OutboundMessage message) =>
        message.Recipient is Recipient.Staff staff
            ? (staff.StaffId, null)
            : (null, new(SendOutcome.Refused, WeComReasons.NoSender, "A Moment is posted by a staff member."));

    public async Task<NewTask> MakeAsync(TaskParcel parcel, CancellationToken cancellationToken)
    {
        var moment = new MomentCalls.Moment(
            new MomentCalls.VisibleRange
            {
                SenderList = new() { UserList = [.. parcel.Messages.Select(message => message.Recipient)] },
            }
        )
        {
            Text = parcel.Content.Text,
            Attachments = parcel.Content.Attachments.Count == 0 ? null : parcel.Content.Attachments,
        };
        var started = await calls.AddAsync(moment, cancellationToken);
        return string.IsNullOrEmpty(started.Jobid)
            ? throw WeComException.Lost("add_moment_task", "the answer has no jobid")
            : new NewTask(started.Jobid, null, new HashSet<string>(StringComparer.Ordinal));
    }

    public Task<FoundTask> FindAsync(SendIntent open, CancellationToken cancellationToken) =>
        search.FindAsync(open, cancellationToken);

    public async Task<IReadOnlyList<Receipt>> CheckAsync(
        string reference,
        IReadOnlyList<OutboundMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var job = await jobs.FollowAsync(reference, cancellationToken);
        if (job.MomentId is not { } momentId)
        {
            Receipt receipt = job.Failure ?? (Receipt)new Receipt.Accepted(reference, options.CheckEvery);
            return [.. messages.Select(_ => receipt)];
        }

        var members = await jobs.ListMembersAsync(momentId, cancellationToken);
        return
        [
            .. messages.Select<OutboundMessage, Receipt>(message =>
                !members.TryGetValue(Address(message).Recipient ?? "", out var hasPublished)
                    ? members.Count == 0
                        ? new Receipt.Accepted(reference, options.CheckEvery)
                        : TaskSubmission.LeftOut(Kind)
                    : hasPublished
                        ? new Receipt.Delivered(momentId)
                        : new Receipt.Accepted(reference, options.CheckEvery)
            ),
        ];
    }

    public async Task RemindAsync(string reference, CancellationToken cancellationToken)
    {
        if ((await jobs.FollowAsync(reference, cancellationToken)).MomentId is { } momentId)
        {
            var members = await jobs.ListMembersAsync(momentId, cancellationToken);
            string[] waiting = [.. members.Where(member => !member.Value).Select(member => member.Key)];
            await reminder.RemindAsync(waiting, cancellationToken);
        }
    }

    public async Task CancelAsync(string reference, CancellationToken cancellationToken)
    {
        var job = await jobs.FollowAsync(reference, cancellationToken);
        if (job.IsRunning)
        {
            throw new InvalidOperationException("WeCom is still making the Moment; it cannot be taken back yet.");
        }

        if (job.MomentId is { } momentId)
        {
            await calls.CancelAsync(momentId, cancellationToken);
        }
    }
}
