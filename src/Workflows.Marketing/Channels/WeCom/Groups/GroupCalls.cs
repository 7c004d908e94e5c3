using Workflows.Marketing.Channels.WeCom.Calls;
using Workflows.Marketing.Channels.WeCom.Wire;

namespace Workflows.Marketing.Channels.WeCom.Groups;

/// <summary>Customer groups (客户群) and their figures.</summary>
internal sealed class GroupCalls(WeComCalls calls)
{
    private const string Root = "/cgi-bin/externalcontact/";

    /// <summary>A page of groups; without owners 81017 when more than 1,000 members are visible.</summary>
    public Task<GroupPage> ListAsync(GroupQuestion question, CancellationToken cancellationToken) =>
        calls.PostAsync<GroupPage>($"{Root}groupchat/list", question, cancellationToken);

    /// <summary>One group with its members; may lag behind a callback for some seconds.</summary>
    public Task<FoundGroup> GetAsync(string chatId, CancellationToken cancellationToken) =>
        calls.PostAsync<FoundGroup>($"{Root}groupchat/get", new { ChatId = chatId, NeedName = 1 }, cancellationToken);

    /// <summary>The chat_id of a group that a mini-program knows by its opengid.</summary>
    public Task<FoundChat> FindByOpengidAsync(string opengid, CancellationToken cancellationToken) =>
        calls.PostAsync<FoundChat>($"{Root}opengid_to_chatid", new { opengid }, cancellationToken);

    /// <summary>Figures by owner.</summary>
    public Task<OwnerFigures> GetStatisticAsync(StatisticQuestion question, CancellationToken cancellationToken) =>
        calls.PostAsync<OwnerFigures>($"{Root}groupchat/statistic", question, cancellationToken);

    /// <summary>Figures by day.</summary>
    public Task<DayFigures> GetDailyStatisticAsync(StatisticQuestion question, CancellationToken cancellationToken) =>
        calls.PostAsync<DayFigures>($"{Root}groupchat/statistic_group_by_day", question, cancellationToken);

    internal sealed record GroupQuestion(OwnerFilter? OwnerFilter, string Cursor = "", int Limit = 1000)
    {
        /// <summary>0 all, 1 owner left, 2 inheriting, 3 inherited.</summary>
        public int StatusFilter { get; init; }
    }

    internal sealed record GroupPage : WeComAnswer
    {
        public IReadOnlyList<ListedGroup> GroupChatList { get; init; } = [];

        public string? NextCursor { get; init; }
    }

    internal sealed record ListedGroup
    {
        public required string ChatId { get; init; }

        /// <summary>0 in order, 1 owner left, 2 inheriting, 3 inherited.</summary>
        public int Status { get; init; }
    }

    internal sealed record FoundGroup : WeComAnswer
    {
        public Group? GroupChat { get; init; }
    }

    internal sealed record Group
    {
        public required string ChatId { get; init; }

        public string? Name { get; init; }

        public string? Owner { get; init; }

        public long CreateTime { get; init; }

        public string? Notice { get; init; }

        public IReadOnlyList<Member> MemberList { get; init; } = [];

        public IReadOnlyList<Person> AdminList { get; init; } = [];

        public string? MemberVersion { get; init; }
    }

    internal sealed record Member
    {
        /// <summary>The userid of a colleague or the external_userid of a customer.</summary>
        public required string Userid { get; init; }

        /// <summary>1 colleague, 2 external.</summary>
        public int Type { get; init; }

        public string? Unionid { get; init; }

        public long JoinTime { get; init; }

        /// <summary>1 invited, 2 by an invitation link, 3 by QR.</summary>
        public int JoinScene { get; init; }

        public Person? Invitor { get; init; }

        public string? GroupNickname { get; init; }

        public string? Name { get; init; }

        /// <summary>The join way's <c>state</c>.</summary>
        public string? State { get; init; }
    }

    internal sealed record Person(string Userid);

    internal sealed record FoundChat : WeComAnswer
    {
        public string? ChatId { get; init; }
    }

    internal sealed record StatisticQuestion(long DayBeginTime, OwnerFilter OwnerFilter)
    {
        public long? DayEndTime { get; init; }

        public int? OrderBy { get; init; }

        public int? OrderAsc { get; init; }

        public int? Offset { get; init; }

        public int? Limit { get; init; }
    }

    internal sealed record OwnerFigures : WeComAnswer
    {
        public int Total { get; init; }

        public int NextOffset { get; init; }

        public IReadOnlyList<OwnerFigure> Items { get; init; } = [];
    }

    internal sealed record OwnerFigure
    {
        public string? Owner { get; init; }

        public required Figures Data { get; init; }
    }

    internal sealed record DayFigures : WeComAnswer
    {
        public IReadOnlyList<DayFigure> Items { get; init; } = [];
    }

    internal sealed record DayFigure
    {
        public long StatTime { get; init; }

        public required Figures Data { get; init; }
    }

    internal sealed record Figures
    {
        public int NewChatCnt { get; init; }

        public int ChatTotal { get; init; }

        public int ChatHasMsg { get; init; }

        public int NewMemberCnt { get; init; }

        public int MemberTotal { get; init; }

        public int MemberHasMsg { get; init; }

        public int MsgTotal { get; init; }

        public int MigrateTraineeChatCnt { get; init; }
    }
}
