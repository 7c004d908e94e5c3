using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Log;
using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.MassMessages;

/// <summary>The members' side of a mass message: tasks come to their phones, and leave from there when they confirm.</summary>
internal static class MassSending
{
    public static void Hand(Company company, MassMessage message, MassAudience audience)
    {
        foreach (var (userId, targets) in audience.BySender.Where(pair => pair.Value.Count > 0))
        {
            var taskId = company.Ids.Next("task", 24);
            message.Tasks.Add(new MassTask(taskId, message, userId, [.. targets.Select(id => new MassTarget(id))]));
        }

        company.MassMessages.Add(message);
        foreach (var task in message.Tasks)
        {
            FollowPolicy(company, task);
        }
    }

    /// <summary>The member sends: to everybody, or to the first of a share only.</summary>
    /// <param name="kept">Which recipients the member leaves ticked; null is all of them.</param>
    /// <returns>Whether the task was still open.</returns>
    public static bool Confirm(Company company, MassTask task, Func<MassTarget, bool>? kept = null)
    {
        if (!task.IsPending || task.Targets.Count == 0)
        {
            return false;
        }

        task.SentAt = company.Clock.GetUtcNow();
        foreach (var target in task.Targets.Where(target => kept is null || kept(target)))
        {
            Send(company, task, target);
        }

        return true;
    }

    public static void Remind(Company company, MassMessage message)
    {
        foreach (var task in message.Tasks.Where(task => task.IsPending))
        {
            company
                .Members[task.UserId]
                .Notices.Add(
                    new StaffNotice(company.Clock.GetUtcNow(), "remind", message.Content.Text ?? string.Empty)
                );
            if (task.IsIgnored)
            {
                // Who had put it aside gets another chance to follow the policy.
                task.IsIgnored = false;
                FollowPolicy(company, task);
            }
        }
    }

    private static void FollowPolicy(Company company, MassTask task)
    {
        if (company.Members[task.UserId].Policy is not { } policy)
        {
            return;
        }

        if (company.Dice.NextDouble() >= policy.Probability)
        {
            task.IsIgnored = true;
            return;
        }

        var seed = company.Dice.Next();
        company.Agenda.After(
            TimeSpan.FromSeconds(policy.DelaySeconds),
            () => Confirm(company, task, Share(policy, seed))
        );
    }

    private static Func<MassTarget, bool>? Share(ConfirmPolicy policy, int seed)
    {
        if (policy.Share >= 1)
        {
            return null;
        }

        var dice = new Random(seed);
        return _ => dice.NextDouble() < policy.Share;
    }

    private static void Send(Company company, MassTask task, MassTarget target)
    {
        target.SentAt = company.Clock.GetUtcNow();
        target.Status =
            !IsReachable(company, task, target) ? MassTarget.NoFriend
            : !company.Quotas.TryTakeMass(target.Id, target.SentAt.Value) ? MassTarget.QuotaReached
            : MassTarget.Sent;
        if (target.Status == MassTarget.Sent)
        {
            company.Log.Add(
                new Arrival(
                    task.Message.IsToGroups ? Carriers.Group : Carriers.Private,
                    target.Id,
                    task.UserId,
                    task.Message.Content,
                    "add_msg_template",
                    task.Message.MsgId
                )
                {
                    IsConfirmed = task.SentAt is not null,
                }
            );
        }
    }

    private static bool IsReachable(Company company, MassTask task, MassTarget target) =>
        task.Message.IsToGroups
            ? company.Groups.TryGetValue(target.Id, out var group)
                && string.Equals(group.Owner, task.UserId, StringComparison.Ordinal)
            : company.Customers[target.Id].Follows.ContainsKey(task.UserId);
}
