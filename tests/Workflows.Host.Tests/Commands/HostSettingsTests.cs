using Microsoft.Extensions.Configuration;
using Workflows.Host.Commands;
using Workflows.Host.Composition;

namespace Workflows.Host.Tests.Commands;

/// <summary>What an installation says of its short links.</summary>
public sealed class HostSettingsTests
{
    [Theory]
    [InlineData("https://s.brand.cn", null, "s.brand.cn")]
    [InlineData(
        "https://s.brand.cn",
        "https://b.cn; http://c.cn:8080/x;https://S.brand.cn",
        "s.brand.cn b.cn c.cn:8080"
    )]
    [InlineData(null, null, null)]
    public void Links_OfAnInstallation_AreOnTheirDomains(string? links, string? further, string? expected)
    {
        var settings = Read(("Links", links), ("LinkDomains", further));

        Assert.Equal(expected, settings.ShortLinks is { } domains ? string.Join(' ', domains.Names) : null);
    }

    [Theory]
    [InlineData("LinkDomains", "https://b.cn;b.cn", "'b.cn' is not an http")]
    [InlineData("LinkDays", "0", "whole number from 1")]
    [InlineData("LinkHome", "javascript:alert(1)", "LinkHome")]
    [InlineData("Links", "", "LinkDomains needs Workflows:Links")]
    public void Setting_ThatCannotBe_IsSaid(string name, string value, string expected)
    {
        var mistake = Assert.Throws<BadInputException>(() =>
            Read(("Links", "https://s.brand.cn"), ("LinkDomains", "https://b.cn"), (name, value))
        );

        Assert.Contains(expected, mistake.Message, StringComparison.Ordinal);
    }

    private static HostSettings Read(params (string Name, string? Value)[] values)
    {
        var given = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            given[$"{HostSettings.Section}:{name}"] = value;
        }

        return HostSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(given).Build());
    }
}
