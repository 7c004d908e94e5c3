using System.Security.Cryptography;
using System.Text;

namespace Workflows.Runtime.Execution;

/// <summary>Ids that follow from an effect's key, so that a repeated turn makes the same ones.</summary>
public static class StableId
{
    /// <summary>The id of a key: the first 16 bytes of its SHA-256.</summary>
    public static Guid Of(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return new Guid(hash[..16]);
    }
}
