using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Host.Auth;

/// <summary>The text of API keys: <c>wf_</c> and 256 random bits. Only what a key hashes to is ever kept.</summary>
internal static class ApiKey
{
    private const string Prefix = "wf_";
    private const int RandomBytes = 32;

    /// <summary>A new key. Its text is shown once and then forgotten.</summary>
    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>What is stored and looked up in the key's place.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
