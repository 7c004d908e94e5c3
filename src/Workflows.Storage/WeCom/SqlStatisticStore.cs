using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Channels.WeCom.Statistics;

namespace Workflows.Storage.WeCom;

/// <summary>WeCom's figures of days in the database.</summary>
internal sealed class SqlStatisticStore(WorkflowsDbContextFactory contexts, WriteGate gate) : IStatisticStore
{
    private const string KeepStaff = """
        INSERT INTO wecom_staff_days (tenant, day, staff, chats, messages, replied_percent, minutes_to_reply, negative_feedbacks,
            applications, new_contacts) VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9})
        ON CONFLICT (tenant, day, staff) DO UPDATE SET chats = excluded.chats, messages = excluded.messages,
            replied_percent = excluded.replied_percent, minutes_to_reply = excluded.minutes_to_reply,
            negative_feedbacks = excluded.negative_feedbacks, applications = excluded.applications,
            new_contacts = excluded.new_contacts
        """;

    private const string KeepGroup = """
        INSERT INTO wecom_group_days (tenant, day, owner, new_groups, groups, groups_with_messages, new_members, members,
            members_with_messages, messages) VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9})
        ON CONFLICT (tenant, day, owner) DO UPDATE SET new_groups = excluded.new_groups, groups = excluded.groups,
            groups_with_messages = excluded.groups_with_messages, new_members = excluded.new_members,
            members = excluded.members, members_with_messages = excluded.members_with_messages,
            messages = excluded.messages
        """;

    public Task SaveAsync(int tenant, IReadOnlyList<StaffDay> days, CancellationToken cancellationToken) =>
        KeepAsync(KeepStaff, days.Select(day => Values(tenant, day)), cancellationToken);

    public Task SaveAsync(int tenant, IReadOnlyList<GroupDay> days, CancellationToken cancellationToken) =>
        KeepAsync(KeepGroup, days.Select(day => Values(tenant, day)), cancellationToken);

    public async Task<IReadOnlyList<StaffDay>> ListStaffAsync(
        int tenant,
        DayQuestion question,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = context
            .Set<StaffDayRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.Day >= question.From && row.Day <= question.Until);
        if (question.Staff is { } staff)
        {
            rows = rows.Where(row => row.Staff == staff);
        }

        if (question.After is var (day, last))
        {
            rows = rows.Where(row => row.Day > day || (row.Day == day && row.Staff.CompareTo(last) > 0));
        }

        var page = await rows.OrderBy(row => row.Day)
            .ThenBy(row => row.Staff)
            .Take(question.Count)
            .ToListAsync(cancellationToken);
        return [.. page.Select(Read)];
    }

    public async Task<IReadOnlyList<GroupDay>> ListGroupsAsync(
        int tenant,
        DayQuestion question,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = context
            .Set<GroupDayRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.Day >= question.From && row.Day <= question.Until);
        if (question.Staff is { } owner)
        {
            rows = rows.Where(row => row.Owner == owner);
        }

        if (question.After is var (day, last))
        {
            rows = rows.Where(row => row.Day > day || (row.Day == day && row.Owner.CompareTo(last) > 0));
        }

        var page = await rows.OrderBy(row => row.Day)
            .ThenBy(row => row.Owner)
            .Take(question.Count)
            .ToListAsync(cancellationToken);
        return [.. page.Select(Read)];
    }

    private async Task KeepAsync(string sql, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var values in rows)
        {
            await context.Database.ExecuteSqlRawAsync(sql, values!, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static object?[] Values(int tenant, StaffDay day) =>
        [
            tenant,
            day.Day,
            day.Staff,
            day.Chats,
            day.Messages,
            day.RepliedPercent,
            day.MinutesToReply,
            day.NegativeFeedbacks,
            day.Applications,
            day.NewContacts,
        ];

    private static object?[] Values(int tenant, GroupDay day) =>
        [
            tenant,
            day.Day,
            day.Owner,
            day.NewGroups,
            day.Groups,
            day.GroupsWithMessages,
            day.NewMembers,
            day.Members,
            day.MembersWithMessages,
            day.Messages,
        ];

    private static StaffDay Read(StaffDayRow row) =>
        new(row.Staff, row.Day)
        {
            Chats = row.Chats,
            Messages = row.Messages,
            RepliedPercent = row.RepliedPercent,
            MinutesToReply = row.MinutesToReply,
            NegativeFeedbacks = row.NegativeFeedbacks,
            Applications = row.Applications,
            NewContacts = row.NewContacts,
        };

    private static GroupDay Read(GroupDayRow row) =>
        new(row.Owner, row.Day)
        {
            NewGroups = row.NewGroups,
            Groups = row.Groups,
            GroupsWithMessages = row.GroupsWithMessages,
            NewMembers = row.NewMembers,
            Members = row.Members,
            MembersWithMessages = row.MembersWithMessages,
            Messages = row.Messages,
        };
}
