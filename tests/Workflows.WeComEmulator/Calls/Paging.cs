using System.Globalization;
using System.Text;

namespace Workflows.WeComEmulator.Calls;

/// <summary>Pages of a list; the cursor is opaque to the caller, as the platform's is.</summary>
internal static class Paging
{
    public static (IReadOnlyList<T> Page, string NextCursor) Of<T>(IReadOnlyList<T> all, string? cursor, int limit)
    {
        var start = string.IsNullOrEmpty(cursor) ? 0 : Offset(cursor);
        IReadOnlyList<T> page = [.. all.Skip(start).Take(limit)];
        var next = start + page.Count;
        return (page, next < all.Count ? Cursor(next) : string.Empty);
    }

    private static string Cursor(int offset) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"cursor:{offset.ToString(CultureInfo.InvariantCulture)}"));

    private static int Offset(string cursor)
    {
        Span<byte> bytes = stackalloc byte[64];
        return
            Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]) is { } text
            && text.StartsWith("cursor:", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(7), CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw RefusedException.Wrong("cursor", "was not given by the platform");
    }
}
