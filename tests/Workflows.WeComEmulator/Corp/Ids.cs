using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.WeComEmulator.Corp;

/// <summary>Identifiers in the platform's look, the same in every run with the same seed.</summary>
internal sealed class Ids(int seed)
{
    private long _next;

    public string Next(string prefix, int length = 32)
    {
        var text =
            $"{seed.ToString(CultureInfo.InvariantCulture)}/{prefix}/{(_next++).ToString(CultureInfo.InvariantCulture)}";
        var letters = Convert
            .ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes(text)))
            .Replace('+', '_')
            .Replace('/', '-')
            .TrimEnd('=');
        return prefix + letters[..(length - prefix.Length)];
    }

    public string Hint() => Next(string.Empty, 16);
}
