using Workflows.Marketing.Channels.WeCom.Calls;

namespace Workflows.Marketing.Channels.WeCom.Customers;

/// <summary>Customers, their relations and their identities (reference: 客户管理, 身份转换).</summary>
internal sealed class CustomerCalls(WeComCalls calls)
{
    private const string Root = "/cgi-bin/externalcontact/";

    /// <summary>Members with the right to customer contact.</summary>
    public Task<FollowUsers> ListMembersAsync(CancellationToken cancellationToken) =>
        calls.GetAsync<FollowUsers>($"{Root}get_follow_user_list", null, cancellationToken);

    /// <summary>The external_userids of a member's customers; 84061 when there are none.</summary>
    public Task<CustomerIds> ListAsync(string userid, CancellationToken cancellationToken) =>
        calls.GetAsync<CustomerIds>($"{Root}list", $"userid={Uri.EscapeDataString(userid)}", cancellationToken);

    /// <summary>One customer and a page of the members that follow them.</summary>
    public Task<Customer> GetAsync(string externalUserid, string? cursor, CancellationToken cancellationToken) =>
        calls.GetAsync<Customer>(
            $"{Root}get",
            $"external_userid={Uri.EscapeDataString(externalUserid)}"
                + (string.IsNullOrEmpty(cursor) ? "" : $"&cursor={Uri.EscapeDataString(cursor)}"),
            cancellationToken
        );

    /// <summary>A page of the customers of up to 100 members.</summary>
    public Task<CustomerPage> ListByMembersAsync(MembersPage page, CancellationToken cancellationToken) =>
        calls.PostAsync<CustomerPage>($"{Root}batch/get_by_user", page, cancellationToken);

    /// <summary>Writes what a member noted about a customer; mobiles overwrite, <c>[""]</c> clears them.</summary>
    public Task<WeComAnswer> RemarkAsync(Remark remark, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}remark", remark, cancellationToken);

    /// <summary>Tags a customer for a member; raises no callback.</summary>
    public Task<WeComAnswer> MarkTagAsync(TagMark mark, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}mark_tag", mark, cancellationToken);

    /// <summary>How members serve their customers, by day; at most 30 days a question, 180 days back.</summary>
    public Task<BehaviorDays> GetBehaviorAsync(BehaviorQuestion question, CancellationToken cancellationToken) =>
        calls.PostAsync<BehaviorDays>($"{Root}get_user_behavior_data", question, cancellationToken);

    /// <summary>The external_userid of a unionid.</summary>
    public Task<CustomerId> FindByUnionidAsync(string unionid, CancellationToken cancellationToken) =>
        calls.PostAsync<CustomerId>($"{Root}unionid_to_external_userid", new { unionid }, cancellationToken);

    /// <summary>The openid of an external_userid.</summary>
    public Task<OpenId> ConvertToOpenidAsync(string externalUserid, CancellationToken cancellationToken) =>
        calls.PostAsync<OpenId>($"{Root}convert_to_openid", new { ExternalUserid = externalUserid }, cancellationToken);

    /// <summary>The external_userids of phone numbers.</summary>
    public Task<FoundMobiles> FindByMobilesAsync(IReadOnlyList<string> mobiles, CancellationToken cancellationToken) =>
        calls.PostAsync<FoundMobiles>($"{Root}batch_to_external_userid", new { mobiles }, cancellationToken);

    internal sealed record FollowUsers : WeComAnswer
    {
        public IReadOnlyList<string> FollowUser { get; init; } = [];
    }

    internal sealed record CustomerIds : WeComAnswer
    {
        public IReadOnlyList<string> ExternalUserid { get; init; } = [];
    }

    internal sealed record Customer : WeComAnswer
    {
        public ExternalContact? ExternalContact { get; init; }

        public IReadOnlyList<FollowUser> FollowUser { get; init; } = [];

        public string? NextCursor { get; init; }
    }

    internal sealed record MembersPage(IReadOnlyList<string> UseridList, string Cursor = "", int Limit = 100);

    internal sealed record CustomerPage : WeComAnswer
    {
        public IReadOnlyList<FollowedCustomer> ExternalContactList { get; init; } = [];

        public string? NextCursor { get; init; }
    }

    internal sealed record FollowedCustomer
    {
        public required ExternalContact ExternalContact { get; init; }

        public required FollowUser FollowInfo { get; init; }
    }

    /// <param name="Userid">The member.</param>
    /// <param name="ExternalUserid">The customer.</param>
    internal sealed record Remark(string Userid, string ExternalUserid)
    {
        [System.Text.Json.Serialization.JsonPropertyName("remark")]
        public string? Name { get; init; }

        public string? Description { get; init; }

        public string? RemarkCompany { get; init; }

        public IReadOnlyList<string>? RemarkMobiles { get; init; }

        public string? RemarkPicMediaid { get; init; }
    }

    internal sealed record TagMark(string Userid, string ExternalUserid)
    {
        public IReadOnlyList<string>? AddTag { get; init; }

        public IReadOnlyList<string>? RemoveTag { get; init; }
    }

    internal sealed record BehaviorQuestion(long StartTime, long EndTime)
    {
        public IReadOnlyList<string>? Userid { get; init; }

        public IReadOnlyList<int>? Partyid { get; init; }
    }

    internal sealed record BehaviorDays : WeComAnswer
    {
        public IReadOnlyList<BehaviorDay> BehaviorData { get; init; } = [];
    }

    internal sealed record BehaviorDay
    {
        public long StatTime { get; init; }

        public int ChatCnt { get; init; }

        public int MessageCnt { get; init; }

        public double? ReplyPercentage { get; init; }

        public int AvgReplyTime { get; init; }

        public int NegativeFeedbackCnt { get; init; }

        public int NewApplyCnt { get; init; }

        public int NewContactCnt { get; init; }
    }

    internal sealed record CustomerId : WeComAnswer
    {
        public string? ExternalUserid { get; init; }
    }

    internal sealed record OpenId : WeComAnswer
    {
        public string? Openid { get; init; }
    }

    internal sealed record FoundMobiles : WeComAnswer
    {
        public IReadOnlyList<FoundMobile> SuccessList { get; init; } = [];

        public IReadOnlyList<FoundMobile> FailList { get; init; } = [];
    }

    internal sealed record FoundMobile
    {
        public string? Mobile { get; init; }

        public string? ExternalUserid { get; init; }

        public int Errcode { get; init; }
    }
}
