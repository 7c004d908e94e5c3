using Workflows.Marketing.Channels.WeCom.Calls;

namespace Workflows.Marketing.Channels.WeCom.Transfers;

/// <summary>Moves customers and groups from one member to another: on the job, or after the old one has left (S3-52).</summary>
internal sealed class TransferCalls(WeComCalls calls)
{
    /// <summary>Customers in one call.</summary>
    public const int MostCustomers = 100;

    /// <summary>Groups in one call.</summary>
    public const int MostGroups = 100;

    private const string Root = "/cgi-bin/externalcontact/";

    /// <summary>Starts to move customers of a member who stays; they are taken over after 24 hours unless they refuse.</summary>
    public Task<StartedTransfers> MoveAsync(CustomerMove move, CancellationToken cancellationToken) =>
        calls.CreateAsync<StartedTransfers>($"{Root}transfer_customer", move, cancellationToken);

    /// <summary>A page of how moves between two members went.</summary>
    public Task<TransferPage> ListAsync(TransferQuestion question, CancellationToken cancellationToken) =>
        calls.PostAsync<TransferPage>($"{Root}transfer_result", question, cancellationToken);

    /// <summary>A page of the customers whose member has left.</summary>
    public Task<UnassignedPage> ListUnassignedAsync(string? cursor, CancellationToken cancellationToken) =>
        calls.PostAsync<UnassignedPage>(
            $"{Root}get_unassigned_list",
            new { Cursor = cursor, PageSize = 1000 },
            cancellationToken
        );

    /// <summary>Starts to move customers of a member who has left.</summary>
    public Task<StartedTransfers> InheritAsync(CustomerMove move, CancellationToken cancellationToken) =>
        calls.CreateAsync<StartedTransfers>($"{Root}resigned/transfer_customer", move, cancellationToken);

    /// <summary>A page of how inheriting went.</summary>
    public Task<TransferPage> ListInheritedAsync(TransferQuestion question, CancellationToken cancellationToken) =>
        calls.PostAsync<TransferPage>($"{Root}resigned/transfer_result", question, cancellationToken);

    /// <summary>Gives groups of an owner who has left to another.</summary>
    public Task<MovedGroups> InheritGroupsAsync(GroupMove move, CancellationToken cancellationToken) =>
        calls.CreateAsync<MovedGroups>($"{Root}groupchat/transfer", move, cancellationToken);

    /// <summary>Gives groups of an owner who stays to another.</summary>
    public Task<MovedGroups> MoveGroupsAsync(GroupMove move, CancellationToken cancellationToken) =>
        calls.CreateAsync<MovedGroups>($"{Root}groupchat/onjob_transfer", move, cancellationToken);

    internal sealed record CustomerMove(
        string HandoverUserid,
        string TakeoverUserid,
        IReadOnlyList<string> ExternalUserid
    )
    {
        /// <summary>What the customer is told; at most 200 characters, never for members who have left.</summary>
        public string? TransferSuccessMsg { get; init; }
    }

    internal sealed record StartedTransfers : WeComAnswer
    {
        public IReadOnlyList<StartedTransfer> Customer { get; init; } = [];
    }

    /// <param name="ExternalUserid">The customer.</param>
    /// <param name="Errcode">0 when it has started.</param>
    internal sealed record StartedTransfer(string ExternalUserid, int Errcode);

    internal sealed record TransferQuestion(string HandoverUserid, string TakeoverUserid, string? Cursor = null);

    internal sealed record TransferPage : WeComAnswer
    {
        public IReadOnlyList<Transfer> Customer { get; init; } = [];

        public string? NextCursor { get; init; }
    }

    internal sealed record Transfer
    {
        public required string ExternalUserid { get; init; }

        public TransferStatus Status { get; init; }

        public long TakeoverTime { get; init; }
    }

    internal sealed record UnassignedPage : WeComAnswer
    {
        public IReadOnlyList<Unassigned> Info { get; init; } = [];

        public bool IsLast { get; init; }

        public string? NextCursor { get; init; }
    }

    internal sealed record Unassigned(string HandoverUserid, string ExternalUserid, long DimissionTime);

    internal sealed record GroupMove(IReadOnlyList<string> ChatIdList, string NewOwner);

    internal sealed record MovedGroups : WeComAnswer
    {
        public IReadOnlyList<FailedGroup> FailedChatList { get; init; } = [];
    }

    internal sealed record FailedGroup(string ChatId, int Errcode, string? Errmsg);
}
