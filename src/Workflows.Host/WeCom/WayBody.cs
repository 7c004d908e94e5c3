using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Host.WeCom;

/// <summary>A way for customers to come in.</summary>
/// <param name="Kind">Where it leads: <c>Contact</c> (a QR code that adds staff), <c>Group</c> (a QR code into a group), <c>Link</c> (an acquisition link).</param>
/// <param name="Staff">The user ids of the staff it adds; of several WeCom chooses.</param>
/// <param name="Groups">The chat ids of the groups it leads to, at most 5.</param>
/// <param name="SourceTag">The source tag of those who come by it.</param>
/// <param name="Remark">What it is, for people.</param>
/// <param name="SkipsVerify">Whether staff need not agree; they need not unless said.</param>
/// <param name="NewGroupName">What new groups are called when all are full; none are made without it.</param>
/// <param name="Store">The store where its code hangs, by its id.</param>
internal sealed record WayBody(
    WayKind? Kind,
    IReadOnlyList<string>? Staff = null,
    IReadOnlyList<string>? Groups = null,
    string? SourceTag = null,
    string? Remark = null,
    bool? SkipsVerify = null,
    string? NewGroupName = null,
    string? Store = null
)
{
    /// <summary>Its name, which comes back with the customer as <c>state</c>.</summary>
    public string? Name { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>Whether WeCom has made it; where not, putting it again looks for it.</summary>
    public bool IsReady { get; init; }

    /// <summary>The acquisition link; null for QR codes, whose picture is at <c>/qr</c>.</summary>
    public string? Link { get; init; }

    public WaySpec ToSpec(string name) =>
        new(name, Kind!.Value)
        {
            Staff = Staff ?? [],
            Groups = Groups ?? [],
            SourceTag = string.IsNullOrWhiteSpace(SourceTag) ? null : SourceTag.Trim(),
            Remark = string.IsNullOrWhiteSpace(Remark) ? null : Remark.Trim(),
            SkipsVerify = SkipsVerify ?? true,
            NewGroupName = string.IsNullOrWhiteSpace(NewGroupName) ? null : NewGroupName.Trim(),
            Store = string.IsNullOrWhiteSpace(Store) ? null : Store.Trim(),
        };

    public static WayBody From(Way way) =>
        new(
            way.Spec.Kind,
            way.Spec.Staff,
            way.Spec.Groups,
            way.Spec.SourceTag,
            way.Spec.Remark,
            way.Spec.SkipsVerify,
            way.Spec.NewGroupName,
            way.Spec.Store
        )
        {
            Name = way.Spec.Name,
            MadeAt = way.MadeAt,
            IsReady = way.Reference is not null,
            Link = way.Spec.Kind == WayKind.Link ? way.Address : null,
        };
}
