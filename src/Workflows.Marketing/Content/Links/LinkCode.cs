using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Marketing.Content;

/// <summary>The codes of tracked links.</summary>
public static class LinkCode
{
    /// <summary>How many characters a code has; 71 bits, which nobody guesses.</summary>
    public const int Length = 12;

    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>The code of a message's link: the same whenever the turn is done again.</summary>
    /// <param name="messageKey">The message's key.</param>
    /// <param name="place">Which of its links, from 0.</param>
    public static string Of(string messageKey, int place)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"link\n{place}\n{messageKey}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        var number = new UInt128(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            (number, var digit) = UInt128.DivRem(number, (UInt128)Letters.Length);
            code[i] = Letters[(int)digit];
        }

        return new string(code);
    }

    /// <summary>Whether a text can be a code.</summary>
    public static bool IsCode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Length && text.All(char.IsAsciiLetterOrDigit);
    }
}
