using Workflows.Marketing.Channels.WeCom.Calls;
using Workflows.Marketing.Channels.WeCom.Wire;

namespace Workflows.Marketing.Channels.WeCom.Moments;

/// <summary>Customer Moments (客户朋友圈): a task that members confirm, each for their own Moments (path/95094).</summary>
internal sealed class MomentCalls(WeComCalls calls)
{
    /// <summary>Members in one task.</summary>
    public const int MostMembers = 100_000;

    private const string Root = "/cgi-bin/externalcontact/";

    /// <summary>Begins to make a task; what came of it is asked for by its job.</summary>
    public Task<StartedJob> AddAsync(Moment moment, CancellationToken cancellationToken) =>
        calls.CreateAsync<StartedJob>($"{Root}add_moment_task", moment, cancellationToken);

    /// <summary>What a job came to; it can be asked for 24 hours.</summary>
    public Task<JobResult> GetJobAsync(string jobid, CancellationToken cancellationToken) =>
        calls.GetAsync<JobResult>(
            $"{Root}get_moment_task_result",
            $"jobid={Uri.EscapeDataString(jobid)}",
            cancellationToken
        );

    /// <summary>A page of the members and whether they have published.</summary>
    public Task<MemberPage> ListMembersAsync(string momentId, string? cursor, CancellationToken cancellationToken) =>
        calls.PostAsync<MemberPage>(
            $"{Root}get_moment_task",
            new
            {
                MomentId = momentId,
                Cursor = cursor,
                Limit = 1000,
            },
            cancellationToken
        );

    /// <summary>A page of Moments of up to 30 days, 20 at a time.</summary>
    public Task<MomentPage> ListAsync(MomentQuestion question, CancellationToken cancellationToken) =>
        calls.PostAsync<MomentPage>($"{Root}get_moment_list", question, cancellationToken);

    /// <summary>A page of the customers whom a member chose.</summary>
    public Task<CustomerPage> ListCustomersAsync(MomentPart part, CancellationToken cancellationToken) =>
        calls.PostAsync<CustomerPage>($"{Root}get_moment_customer_list", part, cancellationToken);

    /// <summary>A page of the customers who can see a member's Moment.</summary>
    public Task<CustomerPage> ListViewersAsync(MomentPart part, CancellationToken cancellationToken) =>
        calls.PostAsync<CustomerPage>($"{Root}get_moment_send_result", part, cancellationToken);

    /// <summary>Who liked and who commented (S2-46).</summary>
    public Task<Reactions> GetReactionsAsync(string momentId, string userid, CancellationToken cancellationToken) =>
        calls.PostAsync<Reactions>(
            $"{Root}get_moment_comments",
            new { MomentId = momentId, Userid = userid },
            cancellationToken
        );

    /// <summary>Stops what is not published yet; what is published stays.</summary>
    public Task<WeComAnswer> CancelAsync(string momentId, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}cancel_moment_task", new { MomentId = momentId }, cancellationToken);

    internal sealed record Moment(VisibleRange VisibleRange)
    {
        public WireText? Text { get; init; }

        public IReadOnlyList<WireAttachment>? Attachments { get; init; }
    }

    internal sealed record VisibleRange
    {
        public SenderList? SenderList { get; init; }

        public CustomerTags? ExternalContactList { get; init; }
    }

    internal sealed record SenderList
    {
        public IReadOnlyList<string>? UserList { get; init; }

        public IReadOnlyList<int>? DepartmentList { get; init; }
    }

    internal sealed record CustomerTags(IReadOnlyList<string> TagList);

    internal sealed record StartedJob : WeComAnswer
    {
        public string? Jobid { get; init; }
    }

    internal sealed record JobResult : WeComAnswer
    {
        /// <summary>1 started, 2 running, 3 done.</summary>
        public int Status { get; init; }

        public string? Type { get; init; }

        public JobOutcome? Result { get; init; }
    }

    internal sealed record JobOutcome : WeComAnswer
    {
        public string? MomentId { get; init; }

        public SenderList? InvalidSenderList { get; init; }

        public CustomerTags? InvalidExternalContactList { get; init; }
    }

    internal sealed record MemberPage : WeComAnswer
    {
        public IReadOnlyList<Member> TaskList { get; init; } = [];

        public string? NextCursor { get; init; }
    }

    /// <param name="Userid">The member.</param>
    /// <param name="PublishStatus">0 not published, 1 published.</param>
    internal sealed record Member(string Userid, int PublishStatus);

    internal sealed record MomentQuestion(long StartTime, long EndTime, string? Cursor)
    {
        public string? Creator { get; init; }

        /// <summary>0 of the company, 1 of members, 2 all.</summary>
        public int FilterType { get; init; }

        public int Limit { get; init; } = 20;
    }

    internal sealed record MomentPage : WeComAnswer
    {
        public IReadOnlyList<ListedMoment> MomentList { get; init; } = [];

        public string? NextCursor { get; init; }
    }

    internal sealed record ListedMoment
    {
        public required string MomentId { get; init; }

        public string? Creator { get; init; }

        public long CreateTime { get; init; }

        public int CreateType { get; init; }

        public int VisibleType { get; init; }

        public WireText? Text { get; init; }

        public IReadOnlyList<WireImage>? Image { get; init; }

        public WireFile? Video { get; init; }

        public WireLink? Link { get; init; }
    }

    internal sealed record MomentPart(string MomentId, string Userid, string? Cursor = null, int Limit = 1000);

    internal sealed record CustomerPage : WeComAnswer
    {
        public IReadOnlyList<Customer> CustomerList { get; init; } = [];

        public string? NextCursor { get; init; }
    }

    internal sealed record Customer
    {
        public string? Userid { get; init; }

        public required string ExternalUserid { get; init; }
    }

    internal sealed record Reactions : WeComAnswer
    {
        public IReadOnlyList<Reaction> CommentList { get; init; } = [];

        public IReadOnlyList<Reaction> LikeList { get; init; } = [];
    }

    /// <summary>Of a customer or a colleague.</summary>
    internal sealed record Reaction
    {
        public string? ExternalUserid { get; init; }

        public string? Userid { get; init; }

        public long CreateTime { get; init; }
    }
}
