using System.Buffers.Text;

namespace Workflows.Marketing.Service;

/// <summary>The pages on which customers rate a work order.</summary>
/// <param name="address">Where customers reach this installation, for example <c>https://s.brand.cn/</c>.</param>
public sealed class RatingLinks(Uri address)
{
    private const int Length = 22;
    private readonly string _base = $"{address.AbsoluteUri.TrimEnd('/')}/rate/";

    /// <summary>The page of a work order.</summary>
    public string Of(Guid order) => _base + Base64Url.EncodeToString(order.ToByteArray(bigEndian: true));

    /// <summary>The work order of a page's code; null for a code that is none.</summary>
    public static Guid? Read(string? code)
    {
        Span<byte> bytes = stackalloc byte[16];
        return code is { Length: Length } && Base64Url.TryDecodeFromChars(code, bytes, out var length) && length == 16
            ? new Guid(bytes, bigEndian: true)
            : null;
    }
}
