using Workflows.Marketing.Channels.WeCom.Calls;

namespace Workflows.Marketing.Channels.WeCom.Acquisition;

/// <summary>
/// Customer acquisition links (获客助手): a link that adds staff without a QR code, paid per customer. Append
/// <c>?customer_channel=</c> (at most 64 bytes) to know where somebody came from.
/// </summary>
internal sealed class AcquisitionCalls(WeComCalls calls)
{
    private const string Root = "/cgi-bin/externalcontact/customer_acquisition";

    /// <summary>Makes a link.</summary>
    public Task<MadeLink> AddAsync(LinkChange link, CancellationToken cancellationToken) =>
        calls.CreateAsync<MadeLink>($"{Root}/create_link", link, cancellationToken);

    /// <summary>Changes a link.</summary>
    public Task<WeComAnswer> UpdateAsync(LinkChange link, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}/update_link", link, cancellationToken);

    /// <summary>Removes a link.</summary>
    public Task<WeComAnswer> RemoveAsync(string linkId, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}/delete_link", new { LinkId = linkId }, cancellationToken);

    /// <summary>A page of the links' ids.</summary>
    public Task<LinkPage> ListAsync(string? cursor, CancellationToken cancellationToken) =>
        calls.PostAsync<LinkPage>($"{Root}/list_link", new { Limit = 100, Cursor = cursor }, cancellationToken);

    /// <summary>One link.</summary>
    public Task<FoundLink> GetAsync(string linkId, CancellationToken cancellationToken) =>
        calls.PostAsync<FoundLink>($"{Root}/get", new { LinkId = linkId }, cancellationToken);

    /// <summary>A page of the customers who came by a link.</summary>
    public Task<LinkCustomers> ListCustomersAsync(string linkId, string? cursor, CancellationToken cancellationToken) =>
        calls.PostAsync<LinkCustomers>(
            $"{Root}/customer",
            new
            {
                LinkId = linkId,
                Limit = 1000,
                Cursor = cursor,
            },
            cancellationToken
        );

    /// <summary>How many customers the company can still win by links.</summary>
    public Task<Quota> GetQuotaAsync(CancellationToken cancellationToken) =>
        calls.GetAsync<Quota>($"{Root}_quota", null, cancellationToken);

    /// <summary>How many clicked and how many were won, up to 180 days back.</summary>
    public Task<LinkFigures> GetStatisticAsync(
        string linkId,
        long startTime,
        long endTime,
        CancellationToken cancellationToken
    ) =>
        calls.PostAsync<LinkFigures>(
            $"{Root}/statistic",
            new
            {
                LinkId = linkId,
                StartTime = startTime,
                EndTime = endTime,
            },
            cancellationToken
        );

    /// <summary>Who began to chat, by the key of the event <c>customer_start_chat</c>.</summary>
    public Task<ChatStart> GetChatAsync(string chatKey, CancellationToken cancellationToken) =>
        calls.PostAsync<ChatStart>($"{Root}/get_chat_info", new { ChatKey = chatKey }, cancellationToken);

    internal sealed record LinkChange
    {
        public string? LinkId { get; init; }

        public string? LinkName { get; init; }

        public Range? Range { get; init; }

        public bool? SkipVerify { get; init; }

        public Priority? PriorityOption { get; init; }

        public bool? MarkSource { get; init; }
    }

    internal sealed record Range
    {
        public IReadOnlyList<string>? UserList { get; init; }

        public IReadOnlyList<int>? DepartmentList { get; init; }
    }

    internal sealed record Priority
    {
        public int PriorityType { get; init; }

        public IReadOnlyList<string>? PriorityUseridList { get; init; }
    }

    internal sealed record MadeLink : WeComAnswer
    {
        public Link? Link { get; init; }
    }

    internal sealed record Link
    {
        public string? LinkId { get; init; }

        public string? LinkName { get; init; }

        public string? Url { get; init; }

        public long CreateTime { get; init; }

        public bool SkipVerify { get; init; }

        public bool MarkSource { get; init; }
    }

    internal sealed record LinkPage : WeComAnswer
    {
        public IReadOnlyList<string> LinkIdList { get; init; } = [];

        public string? NextCursor { get; init; }
    }

    internal sealed record FoundLink : WeComAnswer
    {
        public Link? Link { get; init; }

        public Range? Range { get; init; }

        public Priority? PriorityOption { get; init; }
    }

    internal sealed record LinkCustomers : WeComAnswer
    {
        public IReadOnlyList<LinkCustomer> CustomerList { get; init; } = [];

        public string? NextCursor { get; init; }
    }

    internal sealed record LinkCustomer
    {
        public required string ExternalUserid { get; init; }

        public string? Userid { get; init; }

        /// <summary>0 no message yet, 1 the customer wrote, 2 …: WeCom adds numbers.</summary>
        public int ChatStatus { get; init; }

        public string? State { get; init; }
    }

    internal sealed record Quota : WeComAnswer
    {
        public int Total { get; init; }

        public int Balance { get; init; }

        public IReadOnlyList<QuotaPart> QuotaList { get; init; } = [];
    }

    internal sealed record QuotaPart(long ExpireDate, int Balance);

    internal sealed record LinkFigures : WeComAnswer
    {
        public int ClickLinkCustomerCnt { get; init; }

        public int NewCustomerCnt { get; init; }
    }

    internal sealed record ChatStart : WeComAnswer
    {
        public string? Userid { get; init; }

        public string? ExternalUserid { get; init; }

        public Chat? ChatInfo { get; init; }
    }

    internal sealed record Chat
    {
        public int RecvMsgCnt { get; init; }

        public string? LinkId { get; init; }

        public string? State { get; init; }
    }
}
