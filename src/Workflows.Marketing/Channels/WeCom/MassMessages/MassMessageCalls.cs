using Workflows.Marketing.Channels.WeCom.Calls;
using Workflows.Marketing.Channels.WeCom.Wire;

namespace Workflows.Marketing.Channels.WeCom.MassMessages;

/// <summary>
/// Mass messages (企业群发): a task that a member has to confirm in the WeCom client; nothing is sent otherwise (path/92135).
/// </summary>
internal sealed class MassMessageCalls(WeComCalls calls)
{
    /// <summary>Customers in one task.</summary>
    public const int MostCustomers = 10_000;

    /// <summary>Groups in one task.</summary>
    public const int MostGroups = 2_000;

    private const string Root = "/cgi-bin/externalcontact/";

    /// <summary>Makes a task. There is no idempotency key: a second call makes a second task.</summary>
    public Task<MadeTask> AddAsync(MassMessage message, CancellationToken cancellationToken) =>
        calls.CreateAsync<MadeTask>($"{Root}add_msg_template", message, cancellationToken);

    /// <summary>A page of the tasks of up to a month.</summary>
    public Task<TaskPage> ListAsync(TaskQuestion question, CancellationToken cancellationToken) =>
        calls.PostAsync<TaskPage>($"{Root}get_groupmsg_list_v2", question, cancellationToken);

    /// <summary>A page of the members who have to confirm a task.</summary>
    public Task<MemberPage> ListMembersAsync(string msgid, string? cursor, CancellationToken cancellationToken) =>
        calls.PostAsync<MemberPage>(
            $"{Root}get_groupmsg_task",
            new
            {
                Msgid = msgid,
                Limit = 1000,
                Cursor = cursor,
            },
            cancellationToken
        );

    /// <summary>A page of what became of a member's part of a task, recipient by recipient.</summary>
    public Task<ResultPage> ListResultsAsync(
        string msgid,
        string userid,
        string? cursor,
        CancellationToken cancellationToken
    ) =>
        calls.PostAsync<ResultPage>(
            $"{Root}get_groupmsg_send_result",
            new
            {
                Msgid = msgid,
                Userid = userid,
                Limit = 1000,
                Cursor = cursor,
            },
            cancellationToken
        );

    /// <summary>Reminds the members who have not confirmed yet; at most three times in 24 hours.</summary>
    public Task<WeComAnswer> RemindAsync(string msgid, CancellationToken cancellationToken) =>
        calls.CreateAsync<WeComAnswer>($"{Root}remind_groupmsg_send", new { Msgid = msgid }, cancellationToken);

    /// <summary>Stops what is not sent yet.</summary>
    public Task<WeComAnswer> CancelAsync(string msgid, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}cancel_groupmsg_send", new { Msgid = msgid }, cancellationToken);

    /// <param name="ChatType"><c>single</c> for customers, <c>group</c> for groups.</param>
    internal sealed record MassMessage(string ChatType)
    {
        public IReadOnlyList<string>? ExternalUserid { get; init; }

        public IReadOnlyList<string>? ChatIdList { get; init; }

        public TagFilter? TagFilter { get; init; }

        public string? Sender { get; init; }

        public bool? AllowSelect { get; init; }

        public WireText? Text { get; init; }

        public IReadOnlyList<WireAttachment>? Attachments { get; init; }
    }

    /// <summary>AND between groups, OR inside.</summary>
    internal sealed record TagFilter(IReadOnlyList<TagFilterGroup> GroupList);

    internal sealed record TagFilterGroup(IReadOnlyList<string> TagList);

    internal sealed record MadeTask : WeComAnswer
    {
        public IReadOnlyList<string>? FailList { get; init; }

        public string? Msgid { get; init; }
    }

    internal sealed record TaskQuestion(string ChatType, long StartTime, long EndTime, string? Cursor)
    {
        public string? Creator { get; init; }

        /// <summary>0 of the company, 1 of members, 2 all.</summary>
        public int FilterType { get; init; } = 2;

        public int Limit { get; init; } = 100;
    }

    internal sealed record TaskPage : WeComAnswer
    {
        public IReadOnlyList<ListedTask> GroupMsgList { get; init; } = [];

        public string? NextCursor { get; init; }
    }

    internal sealed record ListedTask
    {
        public required string Msgid { get; init; }

        public string? Creator { get; init; }

        public long CreateTime { get; init; }

        public int CreateType { get; init; }

        public WireText? Text { get; init; }

        public IReadOnlyList<WireAttachment>? Attachments { get; init; }
    }

    internal sealed record MemberPage : WeComAnswer
    {
        public IReadOnlyList<Member> TaskList { get; init; } = [];

        public string? NextCursor { get; init; }
    }

    /// <summary>Status 0 is not sent; WeCom's pages disagree about the others, so all of them count as sent.</summary>
    internal sealed record Member(string Userid, int Status, long SendTime);

    internal sealed record ResultPage : WeComAnswer
    {
        public IReadOnlyList<Result> SendList { get; init; } = [];

        public string? NextCursor { get; init; }
    }

    internal sealed record Result
    {
        public string? ExternalUserid { get; init; }

        public string? ChatId { get; init; }

        public string? Userid { get; init; }

        public SendStatus Status { get; init; }

        public long SendTime { get; init; }
    }
}
