using Workflows.Marketing.Journeys;
using Workflows.Marketing.Templates;
using Workflows.Rules.Cases;
using Workflows.Rules.Judging;

namespace Workflows.Marketing.Tests.Templates;

public sealed class TemplateSettingsTests
{
    [Fact]
    public void Apply_Values_StandInTheWorkflowAndBecomeTheDefaults()
    {
        var (template, files) = Shelf.Read("lifecycle-new");

        var set = TemplateSettings.Apply(
            template,
            files,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["firstWait"] = "5.00:00:00",
                ["offerLink"] = "https://brand.example/gift",
                ["subsidy"] = "12.50",
            }
        );

        Assert.True(set.Succeeded);
        Assert.Empty(TemplateCheck.Run(set.Template, set.Files));
        Assert.Contains("5.00:00:00", set.Files.Workflow, StringComparison.Ordinal);
        Assert.Contains("https://brand.example/gift", set.Files.Workflow, StringComparison.Ordinal);
        Assert.DoesNotContain("https://shop.example/new", set.Files.Workflow, StringComparison.Ordinal);
        Assert.Equal("12.50", set.Template.Parameters.Single(one => one.Name is "subsidy").Default);
        Assert.Contains("https://brand.example/gift", set.Files.Metadata, StringComparison.Ordinal);
        Assert.Equal(files.Rules, set.Files.Rules);
    }

    [Fact]
    public void Apply_ValueOfARuleSet_ChangesItsParameterOnly()
    {
        var (template, files) = Shelf.Read("lifecycle-silent");

        var set = TemplateSettings.Apply(
            template,
            files,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["repeatDays"] = "90" }
        );

        Assert.Equal(files.Workflow, set.Files!.Workflow, StringComparer.Ordinal);
        Assert.Empty(TemplateCheck.Run(set.Template!, set.Files));
        AssertTier("silent", files, daysSinceTheLastOrder: 80, orders: 2);
        AssertTier("repeat", set.Files, daysSinceTheLastOrder: 80, orders: 2);
        AssertTier("silent", set.Files, daysSinceTheLastOrder: 91, orders: 2);
        AssertTier("silent", set.Files, daysSinceTheLastOrder: 80, orders: 5);
    }

    [Fact]
    public void Apply_NoValues_KeepsEveryCharacter()
    {
        var (template, files) = Shelf.Read("lifecycle-new");

        Assert.Same(
            files,
            TemplateSettings.Apply(template, files, new Dictionary<string, string>(StringComparer.Ordinal)).Files
        );
    }

    [Theory]
    [InlineData("nothing", "1", "The template has no parameter 'nothing'.")]
    [InlineData(
        "firstWait",
        "soon",
        "'soon' is no value of 'firstWait': a time span is written 3.00:00:00 for three days."
    )]
    [InlineData("firstWait", "00:00:01", "'firstWait' lies between 1.00:00:00 and 14.00:00:00.")]
    [InlineData("firstWait", "15.00:00:00", "'firstWait' lies between 1.00:00:00 and 14.00:00:00.")]
    [InlineData("subsidy", "200.01", "'subsidy' lies between 0 and 200.")]
    [InlineData("subsidy", "-0.01", "'subsidy' lies between 0 and 200.")]
    [InlineData("subsidy", "ten", "'ten' is no value of 'subsidy': it is a number.")]
    public void Apply_ValueThatIsRefused_IsNamed(string name, string value, string message)
    {
        var (template, files) = Shelf.Read("lifecycle-new");

        var set = TemplateSettings.Apply(
            template,
            files,
            new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value }
        );

        var found = Assert.Single(set.Diagnostics);
        Assert.Equal((TemplateCodes.Value, message), (found.Code, found.Message));
    }

    [Theory]
    [InlineData("subsidy", "200")]
    [InlineData("subsidy", "0")]
    [InlineData("firstWait", "1.00:00:00")]
    [InlineData("firstWait", "14.00:00:00")]
    public void Apply_ValueOnItsBound_IsTaken(string name, string value)
    {
        var (template, files) = Shelf.Read("lifecycle-new");

        Assert.True(
            TemplateSettings
                .Apply(template, files, new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value })
                .Succeeded
        );
    }

    [Fact]
    public void Rename_GivesTheCopyItsOwnIdentity()
    {
        var (template, files) = Shelf.Read("lifecycle-new");

        var copy = TemplateSettings.Rename(template, files, "brand-new");

        Assert.Equal("brand-new", copy.Template!.Name);
        Assert.Empty(TemplateCheck.Run(copy.Template, copy.Files!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("Name")]
    [InlineData("1st")]
    [InlineData("a b")]
    public void Rename_NameThatIsNone_IsRefused(string name)
    {
        var (template, files) = Shelf.Read("lifecycle-new");

        Assert.Equal(
            TemplateCodes.Name,
            Assert.Single(TemplateSettings.Rename(template, files, name).Diagnostics).Code
        );
    }

    private static void AssertTier(string tier, TemplateFiles files, int daysSinceTheLastOrder, int orders)
    {
        var now = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var cases = $$"""
            {
              "ruleSet": "lifecycle-tiers",
              "inputs": { "now": "{{now:O}}" },
              "cases": [
                {
                  "name": "tier",
                  "inputs": {
                    "contact": {
                      "joinedAt": "2020-01-01T00:00:00Z",
                      "paidOrderCount": {{orders}},
                      "lastPaidAt": "{{now.AddDays(-daysSinceTheLastOrder):O}}"
                    }
                  },
                  "expect": { "successEvents": ["{{tier}}"] }
                }
              ]
            }
            """;

        var report = new RuleCaseRunner(new RulesEngineJudge(), ContactRules.Shape).Run(
            files.Rules["lifecycle-tiers"].Rules,
            cases
        );

        Assert.True(report.Succeeded, Assert.Single(report.Results).Got);
    }
}
