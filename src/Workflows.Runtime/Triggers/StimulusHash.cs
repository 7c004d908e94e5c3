using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workflows.Runtime.Triggers;

/// <summary>Turns a stimulus name and what it is about into 128 bits that triggers and bookmarks are found by.</summary>
public static class StimulusHash
{
    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web);

    /// <summary>The hash of a name and a key.</summary>
    /// <param name="name">The stimulus name, for example <c>Elsa.Event</c>.</param>
    /// <param name="key">What it is about: a text, or an object whose JSON form counts; null matches on the name alone.</param>
    public static Guid Of(string name, object? key = null) =>
        OfText(name, key as string ?? (key is null ? null : JsonSerializer.Serialize(key, Canonical)));

    private static Guid OfText(string name, string? key)
    {
        var length = Encoding.UTF8.GetMaxByteCount(name.Length + 1 + (key?.Length ?? 0));
        Span<byte> text = length <= 512 ? stackalloc byte[length] : new byte[length];
        var used = Encoding.UTF8.GetBytes(name, text);
        if (key is not null)
        {
            text[used++] = (byte)'\n';
            used += Encoding.UTF8.GetBytes(key, text[used..]);
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..used], hash);
        return new Guid(hash[..16]);
    }
}
