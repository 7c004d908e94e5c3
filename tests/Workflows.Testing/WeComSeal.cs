using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Testing;

/// <summary>Signs and encrypts callbacks the way WeCom does, written from its description and not from our reader.</summary>
/// <param name="token">The token.</param>
/// <param name="encodingAesKey">The 43 characters of the key.</param>
/// <param name="receiver">Whom messages are for.</param>
public sealed class WeComSeal(string token, string encodingAesKey, string receiver)
{
    private readonly byte[] _key = Convert.FromBase64String(encodingAesKey + "=");

    /// <summary>A request's address parameters and body for an event.</summary>
    public (string Query, string Body) Post(string xml, DateTimeOffset at, string nonce)
    {
        var encrypted = Encrypt(xml);
        return (
            Query(encrypted, at, nonce),
            $"<xml><ToUserName><![CDATA[{receiver}]]></ToUserName><AgentID>1</AgentID><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>"
        );
    }

    /// <summary>The address parameters of the question whether the address is ours.</summary>
    public string Get(string echo, DateTimeOffset at, string nonce)
    {
        var encrypted = Encrypt(echo);
        return $"{Query(encrypted, at, nonce)}&echostr={WebUtility.UrlEncode(encrypted)}";
    }

    /// <summary>The signature over the parts.</summary>
    public string Sign(string timestamp, string nonce, string encrypted)
    {
        string[] parts = [token, timestamp, nonce, encrypted];
        Array.Sort(parts, string.CompareOrdinal);
#pragma warning disable CA5350 // WeCom signs with SHA-1.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }

    /// <summary>The message as WeCom hides it; the 16 bytes in front are those of the text's hash, so that a test repeats itself.</summary>
    public string Encrypt(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        using var plain = new MemoryStream();
        plain.Write(SHA256.HashData(message), 0, 16);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, message.Length);
        plain.Write(length);
        plain.Write(message);
        plain.Write(Encoding.UTF8.GetBytes(receiver));
        var padding = 32 - ((int)plain.Length % 32);
        plain.Write(Enumerable.Repeat((byte)padding, padding).ToArray());
        using var aes = Aes.Create();
        aes.Key = _key;
        return Convert.ToBase64String(aes.EncryptCbc(plain.ToArray(), _key[..16], PaddingMode.None));
    }

    private string Query(string encrypted, DateTimeOffset at, string nonce)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"msg_signature={Sign(timestamp, nonce, encrypted)}&timestamp={timestamp}&nonce={nonce}";
    }
}
