using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Marketing.Products;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Products;

/// <summary>S3-22: what draws people is a product of the role traffic.</summary>
public sealed class LeadProductCheckTests
{
    private const string Wins = """
        In1 Marketing.QrScanned states=[] -> End1
        End1 Elsa.End
        """;

    private const string Sells = """
        In1 Marketing.ContactEvent eventTypes=["order.paid"] -> End1
        End1 Elsa.End
        """;

    private readonly MemoryProductRegister _products = new();

    [Theory]
    [InlineData("sample", null)]
    [InlineData("小样", null)]
    [InlineData("box", "'box' is to draw people, and has the role profit.")]
    [InlineData("礼盒", "'礼盒' is to draw people, and has the role profit.")]
    [InlineData("unknown", "'unknown' is to draw people, and no product of this number or name is registered.")]
    [InlineData("", null)]
    public async Task Check_ProductThatDraws_HasTheRoleTraffic(string lead, string? message)
    {
        var found = await CheckAsync(Wins, lead, "revenue");

        Assert.Equal(message is null ? [] : [message], found.Select(one => one.Message));
        Assert.All(
            found,
            one =>
            {
                Assert.Equal(
                    (PlayCodes.LeadProduct, "In1", "S3-22", DiagnosticSeverity.Warning),
                    (one.Code, one.Path, one.Source, one.Severity)
                );
                var chinese = JourneyMessages.In(one, Language.Chinese);
                Assert.Matches(
                    @"\p{IsCJKUnifiedIdeographs}",
                    chinese.Message.Replace(lead, "", StringComparison.Ordinal)
                );
                Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Remedy);
            }
        );
    }

    [Theory]
    [InlineData(Wins, "reach")]
    [InlineData(Sells, "revenue")]
    public async Task Check_JourneyThatWinsNobodyForRevenue_IsLeftAlone(string drawing, string goal) =>
        Assert.Empty(await CheckAsync(drawing, "box", goal));

    private async Task<IReadOnlyList<Diagnostic>> CheckAsync(string drawing, string lead, string goal)
    {
        await _products.SaveAsync(1, new Product("sample", "小样", ProductRole.Traffic), default);
        await _products.SaveAsync(1, new Product("box", "礼盒", ProductRole.Profit), default);
        var settings = $$"""
            "entry":{},"goal":{"event":"order.paid","primary":"{{goal}}"},"acquisition":{"leadProduct":"{{lead}}"}
            """;
        return await new LeadProductCheck(_products, 1).CheckAsync(
            ShippedJourney.Compile(Drawing.Of(drawing, settings)),
            CancellationToken.None
        );
    }
}
