using System.Text;
using Workflows.WeComEmulator.Calls;

namespace Workflows.WeComEmulator.Content;

/// <summary>The platform's limits of fields: some in UTF-8 bytes, some in characters.</summary>
internal static class Sizes
{
    public static string Bytes(string field, string text, int most)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        return size <= most ? text : throw RefusedException.TooLong(field, size, most, "bytes");
    }

    public static string Characters(string field, string text, int most)
    {
        var size = text.EnumerateRunes().Count();
        return size <= most ? text : throw RefusedException.TooLong(field, size, most, "characters");
    }

    public static string? OptionalBytes(string field, string? text, int most) =>
        text is null ? null : Bytes(field, text, most);

    public static string? OptionalCharacters(string field, string? text, int most) =>
        text is null ? null : Characters(field, text, most);
}
