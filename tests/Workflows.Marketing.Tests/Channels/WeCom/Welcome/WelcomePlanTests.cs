using Workflows.Marketing.Channels.WeCom.Welcome;

namespace Workflows.Marketing.Tests.Channels.WeCom.Welcome;

public sealed class WelcomePlanTests : IDisposable
{
    private readonly WelcomeRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("[]", "WLC001 $")]
    [InlineData("{", "WLC001 $")]
    [InlineData("""{"rules":null}""", "WLC001 $.rules")]
    [InlineData("""{"rules":[{"text":"x"}]}""", "WLC001 $.rules[0]")]
    [InlineData("""{"rules":[{"name":"a","text":"x","color":"red"}]}""", "WLC001 $.rules[0].color")]
    [InlineData("""{"rules":[{"name":" ","text":"x"}]}""", "WLC003 $.rules[0].name")]
    [InlineData(
        """{"rules":[{"name":"a","states":["1"],"text":"x"},{"name":"a","text":"x"}]}""",
        "WLC003 $.rules[1].name"
    )]
    [InlineData("""{"rules":[{"name":"a"}]}""", "WLC004 $.rules[0]")]
    [InlineData("""{"rules":[{"name":"a","text":"{{ contact.name "}]}""", "WLC006 $.rules[0].text")]
    [InlineData(
        """{"rules":[{"name":"a","attachments":[{"kind":"file","media":"m"}]}]}""",
        "WLC007 $.rules[0].attachments[0]"
    )]
    [InlineData(
        """{"rules":[{"name":"a","attachments":[{"kind":"link","title":"t","url":"javascript:1"}]}]}""",
        "WLC007 $.rules[0].attachments[0]"
    )]
    public async Task Publish_Mistake_IsNamedWithItsPlaceAndNothingIsInForce(string json, string mistake)
    {
        var (published, diagnostics) = await _rig.Plans.PublishAsync(json, CancellationToken.None);

        Assert.Null(published);
        Assert.Contains(mistake, diagnostics.Select(found => $"{found.Code} {found.Path}"));
        Assert.Null(await _rig.Plans.NewestAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Publish_TextOfMoreThanFourThousandBytes_IsTooLong()
    {
        var (_, diagnostics) = await _rig.Plans.PublishAsync(
            $$"""{"rules":[{"name":"a","text":"{{new string('好', 1_334)}}"}]}""",
            CancellationToken.None
        );

        Assert.Equal("WLC005", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public async Task Publish_RuleBehindOneForEverybody_IsPublishedWithAWarning()
    {
        var (published, diagnostics) = await _rig.Plans.PublishAsync(
            """{"rules":[{"name":"all","text":"x"},{"name":"b","states":["1"],"text":"y"}]}""",
            CancellationToken.None
        );

        Assert.Equal(1, published!.Version);
        Assert.Equal("WLC008", Assert.Single(diagnostics).Code);
    }

    [Fact]
    public void Write_Plan_IsReadBackTheSame()
    {
        const string Json = """
            {"rules":[{"name":"a","states":["1"],"staff":[],"stores":["2"],"text":"你好","attachments":[{"kind":"link","title":"t","url":"https://e.com"}],"leftToJourney":false}]}
            """;

        Assert.Equal(Json.Trim(), WelcomePlanJson.Write(WelcomePlanJson.Read(Json).Plan!));
    }
}
