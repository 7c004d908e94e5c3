using System.Buffers.Binary;
using System.Text;

namespace Workflows.Marketing.Content;

/// <summary>Finds out from a file's bytes what it is; its ending alone is only a claim.</summary>
internal static class MediaInspection
{
    private static readonly Dictionary<string, string> Documents = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".zip"] = "application/zip",
        [".txt"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
    };

    /// <summary>The endings that are taken.</summary>
    public static string Endings => $".jpg, .png, .gif, .mp4, {string.Join(", ", Documents.Keys)}";

    /// <summary>What a file claims to be by its ending; null where the ending is not taken.</summary>
    public static MediaType? Claimed(string name) =>
        Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".jpg" or ".jpeg" or ".png" or ".gif" => MediaType.Image,
            ".mp4" => MediaType.Video,
            var ending => Documents.ContainsKey(ending) ? MediaType.File : null,
        };

    /// <summary>What a file is; null where its bytes are not what its ending says, or the ending is not taken.</summary>
    public static (MediaType Type, string ContentType)? Find(string name, ReadOnlySpan<byte> bytes) =>
        Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".jpg" or ".jpeg" when bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => (MediaType.Image, "image/jpeg"),
            ".png" when IsPng(bytes) => (MediaType.Image, "image/png"),
            ".gif" when bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) => (MediaType.Image, "image/gif"),
            ".mp4" when bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8) => (MediaType.Video, "video/mp4"),
            var ending when Documents.TryGetValue(ending, out var type) && IsDocument(ending, bytes) => (
                MediaType.File,
                type
            ),
            _ => null,
        };

    /// <summary>How many seconds an MP4 lasts, from its movie header; null where it has none.</summary>
    public static double? Seconds(ReadOnlySpan<byte> bytes)
    {
        var header = Box(Box(bytes, "moov"), "mvhd");
        return header.Length switch
        {
            >= 20 when header[0] == 0 => Duration(
                BinaryPrimitives.ReadUInt32BigEndian(header[12..]),
                BinaryPrimitives.ReadUInt32BigEndian(header[16..])
            ),
            >= 32 when header[0] == 1 => Duration(
                BinaryPrimitives.ReadUInt32BigEndian(header[20..]),
                BinaryPrimitives.ReadUInt64BigEndian(header[24..])
            ),
            _ => null,
        };
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    private static bool IsDocument(string ending, ReadOnlySpan<byte> bytes) =>
        ending switch
        {
            ".pdf" => bytes.StartsWith("%PDF-"u8),
            ".doc" or ".xls" or ".ppt" => bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]),
            ".txt" or ".csv" => !bytes.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(bytes),
            _ => bytes.StartsWith("PK"u8),
        };

    private static double? Duration(uint scale, ulong units) => scale == 0 ? null : units / (double)scale;

    // Boxes are a length, four letters and what is in them; a length of 1 says that the real one follows, 0 the rest.
    private static ReadOnlySpan<byte> Box(ReadOnlySpan<byte> bytes, string wanted)
    {
        while (bytes.Length >= 8)
        {
            ulong length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            var header = 8;
            if (length == 1 && bytes.Length >= 16)
            {
                (length, header) = (BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), 16);
            }

            var size = length == 0 ? bytes.Length : (int)Math.Min(length, (ulong)bytes.Length);
            if (size < header)
            {
                return [];
            }

            if (Encoding.ASCII.GetString(bytes[4..8]).Equals(wanted, StringComparison.Ordinal))
            {
                return bytes[header..size];
            }

            bytes = bytes[size..];
        }

        return [];
    }
}
