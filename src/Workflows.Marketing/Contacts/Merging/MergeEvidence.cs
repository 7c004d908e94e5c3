namespace Workflows.Marketing.Contacts;

/// <summary>What speaks for and against two contacts being one person: what the rule set <c>identity-merge</c> is asked about (S0-53).</summary>
/// <param name="SharedKind">The kind of the name that belongs to the other contact: <c>phone</c>, <c>external_userid</c>, <c>unionid</c>, <c>openid</c>.</param>
/// <param name="PhonesDiffer">Whether each has a phone number, and none of them is the same.</param>
/// <param name="UnionIdsDiffer">Whether each has a unionid, and none of them is the same: two WeChat accounts.</param>
/// <param name="ExternalIdsDiffer">Whether each has an external_userid, and none of them is the same.</param>
/// <param name="OpenIdsDiffer">Whether each has an openid, and none of them is the same.</param>
/// <param name="WasApart">Whether a person took the two apart before.</param>
/// <param name="FirstOrders">How many paid orders the older one has.</param>
/// <param name="SecondOrders">How many paid orders the younger one has.</param>
public sealed record MergeEvidence(
    string SharedKind,
    bool PhonesDiffer,
    bool UnionIdsDiffer,
    bool ExternalIdsDiffer,
    bool OpenIdsDiffer,
    bool WasApart,
    int FirstOrders,
    int SecondOrders
)
{
    /// <summary>Looks at two contacts.</summary>
    /// <param name="first">The older one.</param>
    /// <param name="second">The younger one.</param>
    /// <param name="sharedKind">The kind of the name that an event gave to both.</param>
    /// <param name="wasApart">Whether a person took the two apart before.</param>
    public static MergeEvidence Of(ContactState first, ContactState second, string sharedKind, bool wasApart)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new MergeEvidence(
            sharedKind,
            Differ(IdentityKind.Phone),
            Differ(IdentityKind.UnionId),
            Differ(IdentityKind.ExternalUserId),
            Differ(IdentityKind.OpenId),
            wasApart,
            first.PaidOrderCount,
            second.PaidOrderCount
        );

        bool Differ(IdentityKind kind)
        {
            var (left, right) = (Names(first, kind), Names(second, kind));
            return left.Length > 0 && right.Length > 0 && !left.Intersect(right).Any();
        }
    }

    private static ContactIdentity[] Names(ContactState contact, IdentityKind kind) =>
        [.. contact.Identities.Where(name => name.Kind == kind)];
}
