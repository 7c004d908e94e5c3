using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.WeComEmulator.Callbacks;

/// <summary>
/// The platform's own encryption: AES-256-CBC over 16 random bytes, the length, the message and the receiver, padded to blocks of 32;
/// SHA-1 over token, time stamp, nonce and cipher text in ordinal order.
/// </summary>
internal sealed class CallbackCipher
{
    private const int Block = 32;

    private readonly byte[] _key;
    private readonly string _token;
    private readonly string _receiver;

    public CallbackCipher(string token, string encodingAesKey, string receiver)
    {
        _key = Convert.FromBase64String(encodingAesKey + "=");
        _token = token;
        _receiver = receiver;
    }

    public string Encrypt(string message, Random dice)
    {
        Span<byte> salt = stackalloc byte[16];
        dice.NextBytes(salt);
        return Encrypt(message, salt);
    }

    public string Encrypt(string message, ReadOnlySpan<byte> salt)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var receiver = Encoding.UTF8.GetBytes(_receiver);
        var length = 20 + text.Length + receiver.Length;
        var padding = Block - (length % Block);
        var plain = new byte[length + padding];
        salt.CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(16), text.Length);
        text.CopyTo(plain, 20);
        receiver.CopyTo(plain, 20 + text.Length);
        plain.AsSpan(length).Fill((byte)padding);

        using var aes = Aes.Create();
        aes.Key = _key;
        return Convert.ToBase64String(aes.EncryptCbc(plain, _key.AsSpan(0, 16), PaddingMode.None));
    }

    public string Sign(string timestamp, string nonce, string encrypted)
    {
        string[] parts = [_token, timestamp, nonce, encrypted];
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // The platform's protocol, not our choice.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }
}
