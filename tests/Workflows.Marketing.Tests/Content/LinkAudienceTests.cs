using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Content;

/// <summary>Links for some contacts only (S2-05): what publishing says of them, and who is admitted.</summary>
public sealed class LinkAudienceTests
{
    private const string Offer = """
        In1 Marketing.ContactEvent eventTypes=["contact.joined"] -> Send1
        Send1 Marketing.SendPrivateMessage template=t text=a linkUrl=https://s.cn linksOnlyFor=lifecycle-tiers linksOnlyForEvent=new * -> End1
        End1 Elsa.End
        """;

    [Theory]
    [InlineData("", "", null, DiagnosticSeverity.Error)]
    [InlineData(
        "linksOnlyForEvent=new",
        "linksOnlyForEvent=newcomer",
        ContentCodes.LinkAudience,
        DiagnosticSeverity.Error
    )]
    [InlineData(" linksOnlyForEvent=new", "", ContentCodes.LinkAudience, DiagnosticSeverity.Error)]
    [InlineData("SendPrivateMessage", "SendGroupMessage group=g1", ContentCodes.LinkAudience, DiagnosticSeverity.Error)]
    [InlineData(
        "linksOnlyFor=lifecycle-tiers",
        "linksOnlyFor=nobody",
        JourneyCodes.RuleSetMissing,
        DiagnosticSeverity.Error
    )]
    [InlineData(
        "linksOnlyFor=lifecycle-tiers linksOnlyForEvent=new",
        "linksOnlyFor=intent-score linksOnlyForEvent=hot",
        ContentCodes.LinkAudience,
        DiagnosticSeverity.Error
    )]
    [InlineData(" linksOnlyFor=lifecycle-tiers linksOnlyForEvent=new", "", null, DiagnosticSeverity.Error)]
    public async Task Check_LinksForSome_SaysWhatCannotBeAsked(
        string before,
        string after,
        string? code,
        DiagnosticSeverity severity
    )
    {
        var drawn = before.Length == 0 ? Offer : Offer.Replace(before, after, StringComparison.Ordinal);

        var found = await CheckAsync(drawn, tracks: true);

        Assert.Equal(
            code is null ? [] : [(code, "Send1", "S2-05", severity)],
            found.Select(one => (one.Code, one.Path, one.Source ?? "", one.Severity))
        );
        Assert.All(
            found,
            one =>
            {
                var chinese = JourneyMessages.In(one, Language.Chinese);
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Message);
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Remedy);
            }
        );
    }

    [Fact]
    public async Task Check_LinksThatAreNotTracked_AreWarnedOf()
    {
        var one = Assert.Single(await CheckAsync(Offer, tracks: false));

        Assert.Equal((ContentCodes.LinkAudience, DiagnosticSeverity.Warning), (one.Code, one.Severity));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", JourneyMessages.In(one, Language.Chinese).Message);
    }

    [Theory]
    [InlineData("lifecycle-tiers:new", "lifecycle-tiers", "new")]
    [InlineData("a:b:c", "a", "b:c")]
    [InlineData("lifecycle-tiers", null, null)]
    [InlineData(":new", null, null)]
    [InlineData("a:", null, null)]
    [InlineData(null, null, null)]
    public void TryParse_Text_IsReadAsItIsWritten(string? text, string? ruleSet, string? said)
    {
        Assert.Equal(ruleSet is not null, LinkAudience.TryParse(text, out var audience));
        Assert.Equal((ruleSet, said), (audience?.RuleSet, audience?.Event));
        Assert.Equal(ruleSet is null ? null : text, audience?.ToString());
    }

    private static async Task<IReadOnlyList<Diagnostic>> CheckAsync(string drawn, bool tracks)
    {
        var ruleSets = await ShippedJourney.RuleSetsAsync();
        await ruleSets.PublishAsync(ShippedJourney.Read("rules", "intent-score", "rules.json"));
        return await new LinkAudienceCheck(ruleSets, tracks).CheckAsync(
            ShippedJourney.Compile(Drawing.Of(drawn, "\"entry\":{}")),
            CancellationToken.None
        );
    }
}
