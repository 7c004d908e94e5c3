using Workflows.Host.Commands;
using Workflows.Host.Composition;
using Workflows.Marketing.Journeys.Cases;
using Workflows.Marketing.Templates;

namespace Workflows.Host.Tests.Documents;

/// <summary>Every template that is shipped says what it has to, its cases hold, and they hold when the process is killed after every step.</summary>
public sealed class ShippedTemplateTests
{
    private static readonly TemplateShelf Shelf = new(Repository.Root);

    public static TheoryData<string> Names => [.. Shelf.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Template_Trial_HasNothingToSay(string name)
    {
        var reading = Shelf.Read(name)!;

        var report = await new TemplateTrial(RuntimeRoom.CreateCompiler()).RunAsync(reading.Template!, reading.Files!);

        Assert.Empty(report.Diagnostics.Select(found => $"{found.Path} {found.Code} {found.Message}"));
        Assert.Empty(
            report
                .Journey.Where(result => !result.Passed)
                .Select(result => $"{result.Case.Name}: {string.Join("; ", result.Mismatches)}")
        );
        Assert.Equal(0, report.Failed);
        Assert.True(report.Journey.Count >= 3, "A template has at least three cases.");
        Assert.All(report.Journey, result => Assert.Equal(2, result.Case.Title!.Count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Template_KilledAfterEveryStep_SaysTheSame(string name)
    {
        var files = Shelf.Read(name)!.Files!;
        var cases = JourneyCaseFile.Read(files.Cases);
        var ruleSets = await Library.Of(Repository.Root).LoadRuleSetsAsync(TimeZoneInfo.Utc, CancellationToken.None);
        var graph = RuntimeRoom.CreateCompiler().Compile(files.Workflow, files.Embedded()).Graph!;

        var results = await new JourneyCaseRunner(graph, ruleSets, cases.Places) { Forgets = true }.RunAsync(
            cases.Cases!
        );

        Assert.Empty(
            results
                .Where(result => !result.Passed)
                .Select(result => $"{result.Case.Name}: {string.Join("; ", result.Mismatches)}")
        );
    }

    [Fact]
    public void Templates_OfGroupSop_AreMeasuredByClicksAndSales()
    {
        (Template Template, TemplateFiles Files)[] calendars =
        [
            .. All.Where(one => one.Files.Workflow.Contains("\"Marketing.GroupSop\"", StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(calendars);
        Assert.All(calendars, one => Assert.Equal(["contentClicks", "gmv"], one.Template.Kpi.Primary));
    }

    [Fact]
    public void Templates_OfService_AreMeasuredByServiceAndSellNothing()
    {
        (Template Template, TemplateFiles Files)[] desks =
        [
            .. All.Where(one => one.Template.Name is "service-only" or "service-desk"),
        ];

        Assert.Equal(2, desks.Length);
        Assert.All(
            desks,
            one =>
            {
                Assert.Equal(("service", "service"), (one.Template.Play, one.Template.Kpi.Goal));
                Assert.Equal(["serviceRating", "responseTime"], one.Template.Kpi.Primary);
                Assert.DoesNotContain("\"offer\"", one.Files.Workflow, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("service")]
    [InlineData("brand")]
    public void Templates_ForServiceOrBrand_AreNotMeasuredBySalesFirst(string goal)
    {
        Template[] templates =
        [
            .. All.Select(one => one.Template)
                .Where(template => template.Kpi.Goal.Equals(goal, StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(templates);
        Assert.All(templates, template => Assert.NotEqual("gmv", template.Kpi.Primary[0]));
    }

    [Theory]
    [InlineData("retail")]
    [InlineData("knowledge")]
    [InlineData("catering")]
    [InlineData("mother-baby")]
    public void Templates_OfAnIndustryOfCommunities_HaveACommunityAmongThem(string industry) =>
        Assert.Contains(
            All,
            one =>
                one.Template.Play is "community"
                && one.Template.Industries[0] is not "any"
                && one.Template.Industries.Contains(industry, StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("finance")]
    [InlineData("real-estate")]
    [InlineData("home")]
    [InlineData("medical-aesthetics")]
    [InlineData("business-services")]
    [InlineData("jewellery")]
    public void Templates_OfAnIndustryOfHighPriceAndLowFrequency_AreOneToOne(string industry) =>
        Assert.Contains(
            All,
            one =>
                one.Template.Industries[0].Equals(industry, StringComparison.Ordinal) && one.Template.Play is "oneToOne"
        );

    [Theory]
    [InlineData("new")]
    [InlineData("first")]
    [InlineData("repeat")]
    [InlineData("loyal")]
    [InlineData("silent")]
    public void Templates_OfATier_AskTheRulesOfTiers(string tier) =>
        Assert.Contains(
            "lifecycle-tiers",
            All.Single(one => one.Template.Name.Equals($"lifecycle-{tier}", StringComparison.Ordinal)).Template.Rules
        );

    private static IEnumerable<(Template Template, TemplateFiles Files)> All =>
        Shelf.Names.Select(Shelf.Read).Select(reading => (reading!.Template!, reading.Files!));
}
