using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Marketing.Channels.WeCom.Callbacks;

/// <summary>
/// Opens what WeCom encrypts: SHA-1 over the sorted parts signs, AES-256-CBC with PKCS#7 padding to 32 bytes hides
/// (16 random bytes, a 4-byte length, the message, the receiver). Nothing is decrypted before the signature holds.
/// </summary>
/// <remarks>The scheme is WeCom's «加解密方案说明» (developer.work.weixin.qq.com, path 90968). Safe on every thread.</remarks>
internal sealed class CallbackCipher
{
    private const int PaddingBlock = 32;
    private const int RandomLength = 16;
    private const int HeadLength = RandomLength + sizeof(int);
    private const int LongestPart = 128;

    private readonly string _token;
    private readonly byte[] _key;
    private readonly byte[] _receiver;
    private readonly TimeSpan _maxAge;

    public CallbackCipher(CallbackOptions options)
    {
        _token = options.Token!;
        _key = Convert.FromBase64String(options.EncodingAesKey + "=");
        _receiver = Encoding.UTF8.GetBytes(options.ReceiveId!);
        _maxAge = options.MaxAge;
    }

    /// <summary>Checks a request and decrypts its message.</summary>
    /// <param name="request">The signed parts.</param>
    /// <param name="encrypted">The message as it came, in Base64.</param>
    /// <param name="now">Against which the timestamp is judged.</param>
    public CallbackOpening Open(CallbackRequest request, string encrypted, DateTimeOffset now)
    {
        if (
            request is not { Signature: { } signature, Timestamp: { } timestamp, Nonce: { } nonce }
            || signature.Length > LongestPart
            || timestamp.Length > LongestPart
            || nonce.Length is 0 or > LongestPart
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        )
        {
            return CallbackOpening.Refused(CallbackRefusal.Malformed);
        }

        // In this order, so that only the holder of the token learns anything from an answer.
        return !IsSigned(signature, timestamp, nonce, encrypted)
                ? CallbackOpening.Refused(CallbackRefusal.WrongSignature)
            : !IsRecent(seconds, now) ? CallbackOpening.Refused(CallbackRefusal.TooOld)
            : Decrypt(encrypted);
    }

    private bool IsSigned(string signature, string timestamp, string nonce, string encrypted)
    {
        string[] parts = [_token, timestamp, nonce, encrypted];
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // WeCom signs with SHA-1; the choice is not ours.
        var expected = SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts)));
#pragma warning restore CA5350
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Convert.ToHexStringLower(expected)),
            Encoding.UTF8.GetBytes(signature)
        );
    }

    private bool IsRecent(long seconds, DateTimeOffset now) =>
        Math.Abs(now.ToUnixTimeSeconds() - Math.Min(seconds, uint.MaxValue)) <= _maxAge.TotalSeconds;

    private CallbackOpening Decrypt(string encrypted)
    {
        Span<byte> sealedBytes = new byte[encrypted.Length];
        if (
            !Convert.TryFromBase64String(encrypted, sealedBytes, out var length)
            || length == 0
            || length % RandomLength != 0
        )
        {
            return CallbackOpening.Refused(CallbackRefusal.Undecipherable);
        }

        using var aes = Aes.Create();
        aes.Key = _key;
        return Read(aes.DecryptCbc(sealedBytes[..length], _key.AsSpan(0, RandomLength), PaddingMode.None));
    }

    private CallbackOpening Read(ReadOnlySpan<byte> plain)
    {
        // The class library's PKCS#7 ends at its cipher's 16 bytes; WeCom pads to 32.
        var padding = plain[^1];
        if (
            padding is 0 or > PaddingBlock
            || padding > plain.Length - HeadLength
            || plain[^padding..].ContainsAnyExcept(padding)
        )
        {
            return CallbackOpening.Refused(CallbackRefusal.Undecipherable);
        }

        var content = plain[HeadLength..^padding];
        var length = BinaryPrimitives.ReadUInt32BigEndian(plain[RandomLength..]);
        if (length > content.Length)
        {
            return CallbackOpening.Refused(CallbackRefusal.Undecipherable);
        }

        return content[(int)length..].SequenceEqual(_receiver)
            ? new CallbackOpening(Encoding.UTF8.GetString(content[..(int)length]), null)
            : CallbackOpening.Refused(CallbackRefusal.WrongReceiver);
    }
}
