using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Content;

/// <summary>What publishing says of short links that open, end, or are on a domain of their own.</summary>
public sealed class LinkCheckTests
{
    /// <summary>Whether links are tracked, what a block and its journey say of them, and what is wrong with that.</summary>
    [Theory]
    [InlineData(true, "linksOpenAt=2026-03-01 linksEndAt=2026-03-08 linkDays=7 linkDomain=b.cn", "b.cn", "")]
    [InlineData(true, "text=a", null, "")]
    [InlineData(true, "linkDays=0", null, "CNT012@send1")]
    [InlineData(true, "linkDays=3651", null, "CNT012@send1")]
    [InlineData(true, "linkDays=week", null, "CNT012@send1")]
    [InlineData(true, "linkDomain=elsewhere.cn", null, "CNT030@send1")]
    [InlineData(true, "text=a", "elsewhere.cn", "CNT030@customProperties.linkDomain")]
    [InlineData(false, "text=a", null, "")]
    [InlineData(false, "linksOpenAt=2026-03-01", null, "CNT027@send1")]
    [InlineData(false, "linksEndAt=2026-03-08", null, "CNT031@send1")]
    [InlineData(false, "linkDays=7", null, "CNT031@send1")]
    [InlineData(false, "linkDomain=b.cn", null, "CNT030@send1")]
    [InlineData(false, "text=a", null, "CNT032@send1", "GetLocation")]
    [InlineData(false, "miniProgram=wx1", null, "", "GetLocation")]
    [InlineData(true, "text=a", null, "", "GetLocation")]
    public async Task Links_OfAJourney_AreHeldAgainstTheInstallation(
        bool tracks,
        string inputs,
        string? domain,
        string expected,
        string block = "SendPrivateMessage"
    )
    {
        var check = new LinkCheck(
            tracks ? new LinkDomains(new Uri("https://s.brand.cn"), new Uri("https://b.cn")) : null
        );
        var journey = Drawing.Of(
            $"""
            in1 Marketing.ContactEvent eventTypes=["contact.joined"] -> send1
            send1 Marketing.{block} template=t {inputs} * -> end1
            end1 Elsa.End
            """,
            domain is null ? "" : $"\"linkDomain\":\"{domain}\""
        );

        var found = await check.CheckAsync(ShippedJourney.Compile(journey), default);

        Assert.Equal(expected, string.Join(' ', found.Select(one => $"{one.Code}@{one.Path}")));
        Assert.All(found, one => Assert.Equal(DiagnosticSeverity.Error, one.Severity));
        Assert.All(
            found.Select(one => JourneyMessages.In(one, Language.Chinese)),
            one => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", one.Message + one.Remedy)
        );
    }
}
