using System.Text.Json.Nodes;
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
    public void Template_OfATier_SpeaksToItsCustomersOnly(string tier)
    {
        var root = JsonNode.Parse(Shelf.Read($"lifecycle-{tier}")!.Files!.Workflow)!["root"]!;
        var blocks = root["activities"]!.AsArray();
        var asks = IdOf(blocks.First(block => TextOf(block, "ruleSet") is "lifecycle-tiers"));
        var speaks = blocks
            .Where(block => block!["template"] is not null)
            .Select(IdOf)
            .ToHashSet(StringComparer.Ordinal);
        var lines = root["connections"]!
            .AsArray()
            .Select(line => (From: line!["source"]!, To: line["target"]!["activity"]!.GetValue<string>()))
            .ToLookup(line => line.From["activity"]!.GetValue<string>(), StringComparer.Ordinal);

        var spokenTo = lines[asks]
            .Where(line => IsReached(line.To, speaks, asks, block => lines[block].Select(next => next.To)))
            .Select(line => line.From["port"]!.GetValue<string>());

        Assert.Equal([tier], spokenTo);
    }

    [Fact]
    public void Template_OfLoyalCustomers_OffersNewArrivalsAndHits_ForTheOrderValue()
    {
        var reading = Shelf.Read("lifecycle-loyal")!;
        var blocks = JsonNode.Parse(reading.Files!.Workflow)!["root"]!["activities"]!.AsArray();
        var offers = blocks.Where(block => TextOf(block, "kind") is "offer" or "sales").ToList();

        Assert.NotEmpty(offers);
        Assert.All(offers, offer => Assert.Equal("{{ Variables.Pick.product }}", TextOf(offer, "product")));
        Assert.All(
            blocks.Where(block => block!["type"]!.GetValue<string>() is "Marketing.Recommend"),
            pick => Assert.Equal("new-and-hit", TextOf(pick, "ruleSet"))
        );
        Assert.Equal("averageOrderValue", reading.Template!.Kpi.Primary[0]);
    }

    // What comes after the question is asked once more belongs to its next answer.
    private static bool IsReached(
        string from,
        HashSet<string> wanted,
        string until,
        Func<string, IEnumerable<string>> after
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { until };
        var ahead = new Queue<string>([from]);
        while (ahead.TryDequeue(out var block))
        {
            if (seen.Add(block))
            {
                if (wanted.Contains(block))
                {
                    return true;
                }

                foreach (var next in after(block))
                {
                    ahead.Enqueue(next);
                }
            }
        }

        return false;
    }

    private static string IdOf(JsonNode? block) => block!["id"]!.GetValue<string>();

    private static string? TextOf(JsonNode? block, string input) =>
        block?[input]?["expression"]?["value"]?.GetValue<string>();

    [Fact]
    public void Template_OfPersonalCare_IsOneToOneOrACommunity() =>
        Assert.Contains(Shelf.Read("personal-care-promo")!.Template!.Play, new[] { "oneToOne", "community" });

    private static IEnumerable<(Template Template, TemplateFiles Files)> All =>
        Shelf.Names.Select(Shelf.Read).Select(reading => (reading!.Template!, reading.Files!));
}
