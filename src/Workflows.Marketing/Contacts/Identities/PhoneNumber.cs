using System.Buffers;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// One way to write a phone number (S0-53), so that what a gateway, a file and a chat say of one phone is one name: digits only; a mobile of
/// mainland China with its eleven digits, as gateways there take it, any other number with a country code behind <c>+</c>.
/// </summary>
internal static class PhoneNumber
{
    private const int MobileLength = 11;
    private static readonly SearchValues<char> Marks = SearchValues.Create(" -.()\u00a0\t");

    /// <summary>The number as it is kept; what is no number stays as it is.</summary>
    public static string Normalize(string text)
    {
        if (IsMobile(text))
        {
            return text;
        }

        var digits = string.Concat(text.Where(letter => !Marks.Contains(letter)));
        var isAbroad = digits.StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal);
        digits =
            digits.StartsWith('+') ? digits[1..]
            : isAbroad ? digits[2..]
            : digits;
        return digits.Length == 0 || !digits.All(char.IsAsciiDigit) ? text
            : digits.StartsWith("86", StringComparison.Ordinal) && IsMobile(digits[2..]) ? digits[2..]
            : isAbroad ? $"+{digits}"
            : digits;
    }

    private static bool IsMobile(string text) =>
        text.Length == MobileLength && text[0] == '1' && text.All(char.IsAsciiDigit);
}
