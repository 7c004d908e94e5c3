using System.Security.Cryptography;
using System.Text;

namespace Workflows.Marketing.Channels.Tokens;

/// <summary>
/// Seals tokens with the secret they stand for (AES-GCM, key by HKDF): whoever reads the database learns nothing, whoever
/// has the secret could have asked for the token anyway.
/// </summary>
internal sealed class TokenSeal
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly byte[] _key;

    public TokenSeal(string secret)
    {
        var material = Encoding.UTF8.GetBytes(secret);
        _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 32, info: "wecom access token"u8.ToArray());
        Fingerprint = Convert.ToHexStringLower(
            HKDF.DeriveKey(HashAlgorithmName.SHA256, material, 6, info: "wecom account"u8.ToArray())
        );
    }

    /// <summary>Names the secret without telling it; a new secret has another name, so that its tokens are not mixed up.</summary>
    public string Fingerprint { get; }

    public string Seal(string token)
    {
        var plain = Encoding.UTF8.GetBytes(token);
        var sealedBytes = new byte[NonceSize + plain.Length + TagSize];
        var nonce = sealedBytes.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceSize, plain.Length), sealedBytes.AsSpan(^TagSize..));
        return Convert.ToBase64String(sealedBytes);
    }

    /// <returns>The token, or null when it was not sealed by this secret.</returns>
    public string? Open(string text)
    {
        var sealedBytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, sealedBytes, out var length) || length < NonceSize + TagSize)
        {
            return null;
        }

        var plain = new byte[length - NonceSize - TagSize];
        try
        {
            using var aes = new AesGcm(_key, TagSize);
            aes.Decrypt(
                sealedBytes.AsSpan(0, NonceSize),
                sealedBytes.AsSpan(NonceSize, plain.Length),
                sealedBytes.AsSpan(length - TagSize, TagSize),
                plain
            );
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
