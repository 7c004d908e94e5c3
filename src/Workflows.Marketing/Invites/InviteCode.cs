using System.Buffers.Text;
using System.Text.RegularExpressions;

namespace Workflows.Marketing.Invites;

/// <summary>
/// What an invitation carries, so that whoever follows it is counted for who gave it: in the state of a QR code, the channel of a link, the scene of an
/// official account's code.
/// </summary>
/// <param name="Campaign">Which fission campaign: 1–20 letters and digits.</param>
/// <param name="Inviter">The contact who invites.</param>
internal readonly partial record struct InviteCode(string Campaign, Guid Inviter)
{
    private const string Start = "i.";
    private const int IdLength = 22;

    /// <summary>Whether a text can name a campaign.</summary>
    public static bool IsCampaign(string? text) => text is not null && CampaignPattern().IsMatch(text);

    /// <summary>The code in a text, or null.</summary>
    public static InviteCode? Read(string? text)
    {
        if (
            text is null
            || !text.StartsWith(Start, StringComparison.Ordinal)
            || text[Start.Length..].Split('.') is not [{ } campaign, { Length: IdLength } id]
            || !IsCampaign(campaign)
            || !Base64Url.IsValid(id)
        )
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[16];
        return Base64Url.TryDecodeFromChars(id, bytes, out var length) && length == 16
            ? new InviteCode(campaign, new Guid(bytes, bigEndian: true))
            : null;
    }

    /// <summary>The code as text: letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, at most 45.</summary>
    public override string ToString() =>
        $"{Start}{Campaign}.{Base64Url.EncodeToString(Inviter.ToByteArray(bigEndian: true))}";

    [GeneratedRegex("^[A-Za-z0-9]{1,20}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CampaignPattern();
}
