using Workflows.Marketing.Content;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Content;

/// <summary>What sort of content a message is (S2-42, S2-43).</summary>
public sealed class SaidKindTests
{
    [Theory]
    [InlineData(null, null, Carrier.Private, null)]
    [InlineData("", ContentTheme.Knowledge, Carrier.Private, "knowledge")]
    [InlineData("persona", ContentTheme.Knowledge, Carrier.Moments, "persona")]
    [InlineData("knowledge", ContentTheme.Sales, Carrier.Moments, "sales")]
    [InlineData("persona", ContentTheme.Sales, Carrier.Private, "sales")]
    [InlineData("script", ContentTheme.Sales, Carrier.Moments, "script")]
    [InlineData("offer", ContentTheme.Sales, Carrier.Private, "offer")]
    [InlineData("sop", ContentTheme.Sales, Carrier.Group, "sop")]
    [InlineData("sop", ContentTheme.Sales, Carrier.Moments, "sales")]
    public void Kind_OfABlockWithAContent_SellsWhereTheContentDoes(
        string? said,
        ContentTheme? theme,
        Carrier carrier,
        string? expected
    )
    {
        var item = theme is null
            ? null
            : new ContentItem
            {
                Id = "tea",
                Kind = "article",
                Name = "T",
                Theme = theme,
            };

        Assert.Equal(expected, SaidKind.Of(said, item, carrier));
    }
}
