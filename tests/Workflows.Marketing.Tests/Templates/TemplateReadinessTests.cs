using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Templates;

namespace Workflows.Marketing.Tests.Templates;

/// <summary>What has to be there before a template is copied, begun with or grown.</summary>
public sealed class TemplateReadinessTests
{
    [Theory]
    [InlineData("method", "workflow.json")]
    [InlineData("procedure", "$.sop")]
    [InlineData("team", "$.roles")]
    public void Run_TemplateWithNothingToCopy_IsRefused(string what, string path)
    {
        var (template, files) = Shelf.Read("lifecycle-new");
        var one = template.Roles[0];
        template = what switch
        {
            "method" => template,
            "procedure" => template with { Sop = [template.Sop[0] with { Who = "system" }] },
            _ => template with
            {
                Roles = [one with { Role = "consultant" }],
                Sop = [template.Sop[0] with { Who = "consultant" }],
                Stage = "1-10",
            },
        };
        files = what is "method"
            ? files with
            {
                Workflow = files.Workflow.Replace("\"Marketing.", "\"Elsa.", StringComparison.Ordinal),
            }
            : files;

        var found = Assert.Single(TemplateCheck.Run(template, files), found => found.Code is TemplateCodes.Hollow);

        Assert.Equal((path, "S1-36"), (found.Path, found.Source));
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.Contains($"no {what} to copy", found.Message, StringComparison.Ordinal);
        AssertChinese(found);
    }

    [Fact]
    public void Run_TemplateForGrowing_NamesEachOfFourThings()
    {
        var (template, files) = Shelf.Read("lifecycle-new");
        var bare = files with { Content = new Dictionary<string, byte[]>(StringComparer.Ordinal) };
        var growing = template with { Stage = "10-100", Expected = [template.Expected[0] with { Metric = "reach" }] };

        var found = Unready(growing, bare);

        Assert.Equal(["$.roles", "content", "content", "$.expected"], found.Select(one => one.Path));
        Assert.Equal("The team is not whole: lead, growthOps.", found[0].Message);
        Assert.All(found, AssertChinese);
        Assert.Empty(Unready(growing with { Stage = "1-10" }, bare));
    }

    [Fact]
    public void Run_TemplateForGrowingThatHasThem_HasNothingToSay()
    {
        var (template, _) = Shelf.Read("lifecycle-new");
        var (_, brings) = Shelf.Read("jewellery-ip-superuser");
        string[] team = ["lead", "contentOps", "growthOps", "userOps"];
        var growing = template with
        {
            Stage = "10-100",
            Roles = [.. team.Select(role => template.Roles[0] with { Role = role })],
            Expected = [.. template.Kpi.Primary.Select(metric => template.Expected[0] with { Metric = metric })],
        };

        Assert.Empty(Unready(growing, brings));
    }

    [Theory]
    [InlineData("0-1", "sponsor", "executive", false)]
    [InlineData("0-1", "sponsor", "manager", true)]
    [InlineData("0-1", "sponsor", null, true)]
    [InlineData("0-1", "consultant", "executive", true)]
    [InlineData("0-1", "userOps", null, false)]
    [InlineData("1-10", "sponsor", "manager", false)]
    public void Run_ProjectThatBegins_IsLedByTheHead(string stage, string role, string? rank, bool isFound)
    {
        var (template, files) = Shelf.Read("lifecycle-new");
        template = template with
        {
            Stage = stage,
            Roles = [.. template.Roles, template.Roles[0] with { Role = role, Rank = rank }],
        };

        var found = TemplateCheck.Run(template, files);

        Assert.Equal(isFound, found.Count == 1);
        Assert.All(
            found,
            one =>
                Assert.Equal(
                    (TemplateCodes.Sponsor, "S4-20", DiagnosticSeverity.Warning),
                    (one.Code, one.Source, one.Severity)
                )
        );
        Assert.All(found, AssertChinese);
    }

    [Fact]
    public void Run_UnknownRank_ListsTheRanks()
    {
        var (template, files) = Shelf.Read("mvp-loop");
        template = template with { Roles = [.. template.Roles, template.Roles[1] with { Rank = "king" }] };

        var found = Assert.Single(TemplateCheck.Run(template, files));

        Assert.Equal(TemplateCodes.Word, found.Code);
        Assert.Contains("executive", found.Remedy, StringComparison.Ordinal);
    }

    private static List<Diagnostic> Unready(Template template, TemplateFiles files) =>
        [.. TemplateCheck.Run(template, files).Where(one => one.Code is TemplateCodes.Unready)];

    private static void AssertChinese(Diagnostic found)
    {
        var chinese = JourneyMessages.In(found, Language.Chinese);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Message);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.Remedy);
    }
}
