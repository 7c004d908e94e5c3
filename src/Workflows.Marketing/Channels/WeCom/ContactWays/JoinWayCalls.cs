using Workflows.Marketing.Channels.WeCom.Calls;

namespace Workflows.Marketing.Channels.WeCom.ContactWays;

/// <summary>Join ways (加入群聊): a QR code that leads into the first of up to 5 groups with room, or a new one.</summary>
internal sealed class JoinWayCalls(WeComCalls calls)
{
    /// <summary>How many groups a way leads to.</summary>
    public const int MostGroups = 5;

    private const string Root = "/cgi-bin/externalcontact/groupchat/";

    /// <summary>Makes a way.</summary>
    public Task<AddedWay> AddAsync(JoinWay way, CancellationToken cancellationToken) =>
        calls.CreateAsync<AddedWay>($"{Root}add_join_way", way, cancellationToken);

    /// <summary>One way with its QR code.</summary>
    public Task<FoundWay> GetAsync(string configId, CancellationToken cancellationToken) =>
        calls.PostAsync<FoundWay>($"{Root}get_join_way", new { ConfigId = configId }, cancellationToken);

    /// <summary>Replaces a way.</summary>
    public Task<WeComAnswer> UpdateAsync(JoinWay way, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}update_join_way", way, cancellationToken);

    /// <summary>Removes a way.</summary>
    public Task<WeComAnswer> RemoveAsync(string configId, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}del_join_way", new { ConfigId = configId }, cancellationToken);

    internal sealed record JoinWay
    {
        public string? ConfigId { get; init; }

        /// <summary>1 in a mini-program, 2 by QR code.</summary>
        public int Scene { get; init; }

        public string? Remark { get; init; }

        /// <summary>1 makes a new group when all are full.</summary>
        public int? AutoCreateRoom { get; init; }

        /// <summary>At most 40 bytes; a number is added.</summary>
        public string? RoomBaseName { get; init; }

        public int? RoomBaseId { get; init; }

        public IReadOnlyList<string> ChatIdList { get; init; } = [];

        public string? QrCode { get; init; }

        /// <summary>At most 30 characters; comes back with the member.</summary>
        public string? State { get; init; }

        public bool? MarkSource { get; init; }
    }

    internal sealed record AddedWay : WeComAnswer
    {
        public string? ConfigId { get; init; }
    }

    internal sealed record FoundWay : WeComAnswer
    {
        public JoinWay? JoinWay { get; init; }
    }
}
