using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.MassMessages;
using Workflows.WeComEmulator.Moments;

namespace Workflows.WeComEmulator.Members;

/// <summary>The sending tasks of a member's phone, whatever they send.</summary>
internal static class StaffTasks
{
    public static IReadOnlyList<StaffTask> Of(Company company, string userId) =>
        [
            .. company
                .MassMessages.TasksOf(userId)
                .Select(task => Of(company, task))
                .Concat(company.Moments.TasksOf(userId).Select(task => Of(company, task)))
                .OrderByDescending(task => task.At),
        ];

    /// <param name="count">How many recipients the member leaves ticked; null is all of them.</param>
    public static bool Confirm(Company company, string userId, string taskId, int? count = null)
    {
        if (company.MassMessages.Task(taskId) is { } mass && Is(mass.UserId, userId))
        {
            var left = count ?? int.MaxValue;
            return MassSending.Confirm(company, mass, _ => left-- > 0);
        }

        return company.Moments.Task(taskId) is { } moment
            && Is(moment.UserId, userId)
            && MomentPublishing.Publish(company, moment);
    }

    public static bool Ignore(Company company, string userId, string taskId)
    {
        if (company.MassMessages.Task(taskId) is { IsPending: true } mass && Is(mass.UserId, userId))
        {
            return mass.IsIgnored = true;
        }

        return company.Moments.Task(taskId) is { IsPending: true } moment
            && Is(moment.UserId, userId)
            && (moment.IsIgnored = true);
    }

    private static bool Is(string owner, string userId) => string.Equals(owner, userId, StringComparison.Ordinal);

    private static StaffTask Of(Company company, MassTask task) =>
        new(
            task.TaskId,
            task.Message.IsToGroups ? "groups" : "customers",
            State(task.SentAt is not null, task.IsCancelled, task.IsIgnored),
            task.Message.MsgId,
            task.Message.CreatedAt,
            task.Message.Content.Text,
            task.Message.Content.Attachments,
            [.. task.Targets.Select(target => Name(company, target.Id))]
        );

    private static StaffTask Of(Company company, MomentTask task) =>
        new(
            task.TaskId,
            "moments",
            State(task.PublishedAt is not null, task.IsCancelled, task.IsIgnored),
            task.Moment.MomentId,
            task.Moment.CreatedAt,
            task.Moment.Content.Said.Text,
            task.Moment.Content.Said.Attachments,
            [.. MomentPublishing.Audience(company, task).Select(id => Name(company, id))]
        );

    private static string State(bool isSent, bool isCancelled, bool isIgnored) =>
        isSent ? "sent"
        : isCancelled ? "cancelled"
        : isIgnored ? "ignored"
        : "pending";

    private static string Name(Company company, string id) =>
        company.Customers.GetValueOrDefault(id)?.Name ?? company.Groups.GetValueOrDefault(id)?.Name ?? id;
}
