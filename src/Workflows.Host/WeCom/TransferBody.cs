using System.Globalization;
using Workflows.Marketing.Channels.WeCom.Records;

namespace Workflows.Host.WeCom;

/// <summary>What is to be handed over.</summary>
/// <param name="From">The user id of the member of staff who has them.</param>
/// <param name="To">Who takes over; several share evenly.</param>
/// <param name="Name">Names the order, so that sending it twice moves nobody twice; the day unless given.</param>
/// <param name="Customers">External_userids; leave out for all that the member has, or has left behind.</param>
/// <param name="Groups">Chat ids.</param>
/// <param name="Text">What customers are told; at most 200 characters.</param>
/// <param name="HasLeft">Whether the member has left the company.</param>
internal sealed record TransferBody(
    string? From,
    IReadOnlyList<string>? To,
    string? Name = null,
    IReadOnlyList<string>? Customers = null,
    IReadOnlyList<string>? Groups = null,
    string? Text = null,
    bool HasLeft = false
)
{
    /// <summary>What is wrong with it, in one line; null for nothing.</summary>
    public string? Mistake() =>
        string.IsNullOrWhiteSpace(From) || From.Length > 64 ? "'from' has to name a member of staff."
        : To is not { Count: > 0 and <= 100 } || To.Any(string.IsNullOrWhiteSpace)
            ? "'to' has to name 1 to 100 members of staff."
        : To.Contains(From, StringComparer.Ordinal) ? "Nobody takes over from themselves: 'to' has 'from' in it."
        : Text?.Length > 200 ? "'text' has more than 200 characters."
        : Name?.Length > 64 ? "'name' has more than 64 characters."
        : Customers?.Count > 20_000 || Groups?.Count > 2_000 ? "At most 20,000 customers and 2,000 groups at once."
        : Customers?.Any(IsNoId) == true || Groups?.Any(IsNoId) == true
            ? "An id is empty or has more than 64 characters."
        : null;

    public TransferOrder ToOrder(string by, DateTimeOffset today) =>
        new(
            string.IsNullOrWhiteSpace(Name) ? today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Name.Trim(),
            From!,
            To!,
            by
        )
        {
            Customers = Customers ?? (Groups is null ? null : []),
            Groups = Groups ?? [],
            Text = string.IsNullOrWhiteSpace(Text) ? null : Text,
            HasLeft = HasLeft,
        };

    private static bool IsNoId(string id) => id.Length is 0 or > 64;
}
