using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Moments;

/// <summary>The members' side of a post: it appears in customers' Moments when they publish it.</summary>
internal static class MomentPublishing
{
    public static void Hand(Company company, MomentJob job, IReadOnlyList<string> senders)
    {
        foreach (var userId in senders)
        {
            job.Moment.Tasks.Add(new MomentTask(company.Ids.Next("task", 24), job.Moment, userId));
        }

        company.Moments.Add(job);
        foreach (var task in job.Moment.Tasks)
        {
            FollowPolicy(company, task);
        }
    }

    /// <returns>Whether the task was still open.</returns>
    public static bool Publish(Company company, MomentTask task)
    {
        if (!task.IsPending)
        {
            return false;
        }

        var now = company.Clock.GetUtcNow();
        task.PublishedAt = now;
        foreach (var id in Audience(company, task).Where(id => company.Quotas.TryTakeMoment(id, now)))
        {
            task.Viewers.Add(id);
            company.Log.Add(
                new Arrival(
                    Carriers.Moments,
                    id,
                    task.UserId,
                    task.Moment.Content.Said,
                    "add_moment_task",
                    task.Moment.MomentId
                )
                {
                    IsConfirmed = task.PublishedAt is not null,
                }
            );
        }

        return true;
    }

    /// <summary>The member's customers with one of the post's tags; all of them if it names none.</summary>
    public static List<string> Audience(Company company, MomentTask task) =>
        [
            .. company
                .Members[task.UserId]
                .Customers.Values.Where(customer =>
                    task.Moment.Tags.Count == 0 || task.Moment.Tags.Any(customer.Follows[task.UserId].Tags.Contains)
                )
                .Select(customer => customer.ExternalUserId),
        ];

    private static void FollowPolicy(Company company, MomentTask task)
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

        // Not before the job is done: nobody has the task on the phone until then.
        company.Agenda.After(TimeSpan.FromSeconds(Math.Max(2, policy.DelaySeconds)), () => Publish(company, task));
    }
}
