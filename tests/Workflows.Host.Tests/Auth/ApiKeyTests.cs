using Workflows.Host.Auth;

namespace Workflows.Host.Tests.Auth;

public sealed class ApiKeyTests
{
    [Fact]
    public void Create_Twice_GivesDifferentKeysOfFullLength()
    {
        var keys = new[] { ApiKey.Create(), ApiKey.Create() };

        Assert.NotEqual(keys[0], keys[1], StringComparer.Ordinal);
        Assert.All(keys, key => Assert.Equal("wf_".Length + 43, key.Length));
    }

    // Keys in databases are found by this hash: a change of it would lock everybody out.
    [Fact]
    public void Hash_OfAKey_IsItsSha256() =>
        Assert.Equal(
            "AF44E5AD597A254AB2262DFEB262C32FE2C2F3B7F5ADDB19FCAF2FA0D93A4710",
            Convert.ToHexString(ApiKey.Hash("wf_example"))
        );
}
