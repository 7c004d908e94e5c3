using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.WeComEmulator.Tests;

/// <summary>A cipher text opened: its 16 random bytes, the message and whom it is for.</summary>
internal sealed record Opened(byte[] Salt, string Message, string Receiver)
{
    public static Opened Of(string encodingAesKey, string encrypted)
    {
        var key = Convert.FromBase64String(encodingAesKey + "=");
        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(Convert.FromBase64String(encrypted), key[..16], PaddingMode.None);
        var length = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(16));
        var message = Encoding.UTF8.GetString(plain, 20, length);
        return new Opened(plain[..16], message, Encoding.UTF8.GetString(plain[(20 + length)..^plain[^1]]));
    }
}
