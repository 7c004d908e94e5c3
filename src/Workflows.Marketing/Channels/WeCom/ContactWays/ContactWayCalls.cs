using Workflows.Marketing.Channels.WeCom.Calls;
using Workflows.Marketing.Channels.WeCom.Wire;

namespace Workflows.Marketing.Channels.WeCom.ContactWays;

/// <summary>
/// Contact ways (联系我): a QR code or button that adds staff. A company has at most 500,000, join ways included; their ids are
/// shown nowhere else, so they have to be kept.
/// </summary>
internal sealed class ContactWayCalls(WeComCalls calls)
{
    private const string Root = "/cgi-bin/externalcontact/";

    /// <summary>Makes a way.</summary>
    public Task<AddedWay> AddAsync(ContactWay way, CancellationToken cancellationToken) =>
        calls.CreateAsync<AddedWay>($"{Root}add_contact_way", way, cancellationToken);

    /// <summary>One way.</summary>
    public Task<FoundWay> GetAsync(string configId, CancellationToken cancellationToken) =>
        calls.PostAsync<FoundWay>($"{Root}get_contact_way", new { ConfigId = configId }, cancellationToken);

    /// <summary>A page of the ids of ways made in a time.</summary>
    public Task<WayPage> ListAsync(WayQuestion question, CancellationToken cancellationToken) =>
        calls.PostAsync<WayPage>($"{Root}list_contact_way", question, cancellationToken);

    /// <summary>Changes a way; what is null stays.</summary>
    public Task<WeComAnswer> UpdateAsync(ContactWay way, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}update_contact_way", way, cancellationToken);

    /// <summary>Removes a way; its QR code stops working.</summary>
    public Task<WeComAnswer> RemoveAsync(string configId, CancellationToken cancellationToken) =>
        calls.PostAsync<WeComAnswer>($"{Root}del_contact_way", new { ConfigId = configId }, cancellationToken);

    internal sealed record ContactWay
    {
        public string? ConfigId { get; init; }

        /// <summary>1 one member, 2 several.</summary>
        public int? Type { get; init; }

        /// <summary>1 in a mini-program, 2 by QR code.</summary>
        public int? Scene { get; init; }

        public int? Style { get; init; }

        public string? Remark { get; init; }

        public bool? SkipVerify { get; init; }

        /// <summary>At most 30 characters; comes back with the customer.</summary>
        public string? State { get; init; }

        public string? QrCode { get; init; }

        public IReadOnlyList<string>? User { get; init; }

        public IReadOnlyList<int>? Party { get; init; }

        public bool? IsTemp { get; init; }

        /// <summary>Seconds; 7 days unless said, 14 at most.</summary>
        public int? ExpiresIn { get; init; }

        /// <summary>Seconds; 24 hours unless said, 14 days at most.</summary>
        public int? ChatExpiresIn { get; init; }

        public string? Unionid { get; init; }

        public bool? IsExclusive { get; init; }

        public bool? MarkSource { get; init; }

        public Conclusions? Conclusions { get; init; }
    }

    /// <summary>How a temporary chat ends.</summary>
    internal sealed record Conclusions
    {
        public WireText? Text { get; init; }

        public WireImage? Image { get; init; }

        public WireLink? Link { get; init; }

        public WireMiniProgram? Miniprogram { get; init; }
    }

    internal sealed record AddedWay : WeComAnswer
    {
        public string? ConfigId { get; init; }

        /// <summary>The picture's address; only for scene 2.</summary>
        public string? QrCode { get; init; }
    }

    internal sealed record FoundWay : WeComAnswer
    {
        public ContactWay? ContactWay { get; init; }
    }

    internal sealed record WayQuestion(long StartTime, long EndTime, string? Cursor = null, int Limit = 1000);

    internal sealed record WayPage : WeComAnswer
    {
        public IReadOnlyList<ContactWay> ContactWay { get; init; } = [];

        public string? NextCursor { get; init; }
    }
}
