using System.Security.Cryptography;

namespace Workflows.Benchmarks.Groups;

/// <summary>A set of ids that came in order, remembered as its size and a hash.</summary>
internal sealed class FoundSet : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public int Count { get; private set; }

    public void Add(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        _hash.AppendData(bytes);
        Count++;
    }

    /// <summary>The first half of the hash, which no two sets share by chance.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash())[..32];

    public bool Is(FoundSet other) =>
        Count == other.Count && string.Equals(Hash(), other.Hash(), StringComparison.Ordinal);

    public void Dispose() => _hash.Dispose();
}
