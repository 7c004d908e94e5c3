using System.Text;
using System.Text.Json.Nodes;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Marketing.Templates;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Marketing.Tests.Templates;

/// <summary>A template does not advise what customers may not be told (S3-23).</summary>
public sealed class TemplateLintTests
{
    [Theory]
    [InlineData("$.purpose")]
    [InlineData("$.sop")]
    [InlineData("$.content")]
    [InlineData("$.prepare")]
    [InlineData("$.roles")]
    [InlineData("workflow.json: $.description")]
    [InlineData("content/README.md")]
    public async Task Find_AdviceThatIsForbidden_NamesThePlaceAndTheSource(string place)
    {
        var (template, files) = Shelf.Read("lifecycle-new");
        var advice = new TemplateText("通过后，加好友领红包", "Give a red packet for adding");
        var note = Encoding.UTF8.GetBytes("First step: give a red packet for adding.");
        template = place switch
        {
            "$.purpose" => template with { Purpose = advice },
            "$.sop" => template with { Sop = [template.Sop[0] with { What = advice }] },
            "$.content" => template with { Content = [template.Content[0] with { Use = advice }] },
            "$.prepare" => template with { Prepare = [advice] },
            "$.roles" => template with { Roles = [template.Roles[0] with { Duty = advice }] },
            _ => template,
        };
        files = place switch
        {
            "content/README.md" => files with
            {
                Content = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["README.md"] = note },
            },
            "workflow.json: $.description" => files with { Workflow = Described(files.Workflow, advice.En) },
            _ => files,
        };

        var found = Assert.Single(await FindAsync(template, files));

        Assert.Equal((PlayCodes.Forbidden, place, "S3-23"), (found.Code, found.Path, found.Source));
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", JourneyMessages.In(found, Language.Chinese).Message);
    }

    [Fact]
    public async Task Find_ContentThatSaysWhatIsForbidden_IsNamed()
    {
        var (template, files) = Shelf.Read("lifecycle-new");
        const string Pack =
            """{"items":[{"id":"ask","kind":"script","name":"A","texts":{"zh":{"text":"不用等，好评返现"}}}]}""";
        files = files with
        {
            Content = new Dictionary<string, byte[]>(StringComparer.Ordinal)
            {
                ["content.json"] = Encoding.UTF8.GetBytes(Pack),
            },
        };

        var found = Assert.Single(await FindAsync(template, files));

        Assert.Equal(
            (ContentCodes.Forbidden, "content/content.json: $.items[0].texts.zh.text", "S3-47"),
            (found.Code, found.Path, found.Source)
        );
    }

    [Theory]
    [InlineData("不用“加好友领红包”", "No red packet for adding a friend", true)]
    [InlineData("绝不拉人头", "We don't pay per recruit", true)]
    [InlineData("不用等，加好友领红包", "No waiting, a red packet for adding", false)]
    [InlineData("无限级返佣", "As many levels as there are", false)]
    public async Task Find_ClauseThatDenies_MayNameWhatIsForbidden(string zh, string en, bool isFine)
    {
        var (template, files) = Shelf.Read("lifecycle-new");

        var found = await FindAsync(template with { Purpose = new TemplateText(zh, en) }, files);

        Assert.Equal(isFine, found.Count == 0);
    }

    private static string Described(string workflow, string description)
    {
        var document = JsonNode.Parse(workflow)!;
        document["description"] = description;
        return document.ToJsonString();
    }

    private static Task<IReadOnlyList<Diagnostic>> FindAsync(Template template, TemplateFiles files) =>
        new TemplateLint(
            new RuleSetCatalog(new MemoryRuleSetStore(), new RulesEngineJudge(), TimeProvider.System)
        ).FindAsync(template, files, CancellationToken.None);
}
