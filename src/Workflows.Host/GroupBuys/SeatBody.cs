using Workflows.Marketing.Contacts;
using Workflows.Marketing.Plays.GroupBuy;

namespace Workflows.Host.GroupBuys;

/// <summary>A customer has paid for a seat.</summary>
/// <param name="Key">The shop's key, 1 to 64 characters: the same key again is the same request.</param>
/// <param name="Contact">The customer by <c>phone</c>, <c>external_userid</c>, <c>unionid</c> or <c>openid</c>.</param>
/// <param name="Order">The order's number in the shop, 1 to 64 characters.</param>
/// <param name="Paid">What the shop took, in currency units; absent for what the seat costs.</param>
internal sealed record SeatBody(
    string? Key,
    IReadOnlyDictionary<string, string>? Contact,
    string? Order,
    decimal? Paid = null
)
{
    private const int Longest = 64;

    /// <summary>The wish, or what is wrong with it.</summary>
    public (SeatWish? Wish, string? Mistake) Read()
    {
        if (!IsName(Key) || !IsName(Order))
        {
            return (null, $"'key' and 'order' have 1 to {Longest} printable characters.");
        }

        List<ContactIdentity> names = [];
        foreach (var (kind, value) in Contact ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (!ContactIdentity.TryParseKind(kind, out var known))
            {
                return (null, $"'contact' is named by {string.Join(", ", ContactIdentity.KindNames)}.");
            }

            names.Add(new ContactIdentity(known, value));
        }

        return names.Count == 0
            ? (null, $"'contact' is named by {string.Join(", ", ContactIdentity.KindNames)}.")
            : (new SeatWish(Key!, [.. names], Order!, Paid), null);
    }

    private static bool IsName(string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= Longest && !text.Any(char.IsControl);
}
