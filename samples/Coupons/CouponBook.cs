using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Coupons;

/// <summary>Stands for the shop's coupon system: it knows the schemes and how many coupons of each there are.</summary>
public sealed class CouponBook
{
    private readonly Dictionary<string, int> _stock = new(StringComparer.Ordinal)
    {
        ["birthday"] = int.MaxValue,
        ["first-order"] = 1_000,
    };

    private readonly ConcurrentDictionary<(string Scheme, string Key), string> _issued = new();

    /// <summary>The schemes.</summary>
    public IReadOnlyCollection<string> Schemes => _stock.Keys;

    /// <summary>Issues a coupon; asked again with the same key it yields the same one.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="key">Whoever asks.</param>
    /// <returns>The code; null when the scheme is sold out or unknown.</returns>
    public string? Issue(string scheme, string key)
    {
        if (_issued.TryGetValue((scheme, key), out var known))
        {
            return known;
        }

        return
            _issued.Count(pair => pair.Key.Scheme.Equals(scheme, StringComparison.Ordinal))
            < _stock.GetValueOrDefault(scheme)
            ? _issued.GetOrAdd((scheme, key), pair => CodeOf(pair.Key))
            : null;
    }

    private static string CodeOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..8];
}
