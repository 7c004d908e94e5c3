using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Templates;

namespace Workflows.Marketing.Tests.Templates;

public sealed class TemplateCheckTests
{
    public static TheoryData<string, string> Wrongs =>
        new()
        {
            { "no purpose", TemplateCodes.Language },
            { "no roles", TemplateCodes.Missing },
            { "no figures", TemplateCodes.Missing },
            { "no procedure", TemplateCodes.Missing },
            { "no limits", TemplateCodes.Missing },
            { "nothing to prepare", TemplateCodes.Missing },
            { "no expected numbers", TemplateCodes.Missing },
            { "vanity figure", TemplateCodes.VanityKpi },
            { "only Chinese", TemplateCodes.Language },
            { "unknown industry", TemplateCodes.Word },
            { "step of nobody", TemplateCodes.Word },
            { "step without an owner", TemplateCodes.Owner },
            { "owned by nobody", TemplateCodes.Owner },
            { "owner unknown", TemplateCodes.Word },
            { "asks a stranger", TemplateCodes.Word },
            { "tells a stranger", TemplateCodes.Word },
            { "role of neither side", TemplateCodes.Word },
            { "other name", TemplateCodes.Name },
            { "other default", TemplateCodes.Parameter },
            { "no place", TemplateCodes.Parameter },
            { "default out of bounds", TemplateCodes.Parameter },
            { "rule set it never asks", TemplateCodes.Parts },
            { "rule set it does not bring", TemplateCodes.Parts },
            { "workflow it never uses", TemplateCodes.Parts },
        };

    [Fact]
    public void Run_OfAShippedTemplate_HasNothingToSay()
    {
        var (template, files) = Shelf.Read("lifecycle-new");

        Assert.Empty(TemplateCheck.Run(template, files));
    }

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void Run_TemplateThatIsWrong_SaysSo(string what, string code)
    {
        var (template, files) = Shelf.Read("lifecycle-new");
        var first = template.Parameters[0];
        var changed = what switch
        {
            "no purpose" => template with { Purpose = new TemplateText("", "") },
            "no roles" => template with { Roles = [], Sop = [ByItself(null)] },
            "no figures" => template with { Kpi = template.Kpi with { Primary = [] } },
            "no procedure" => template with { Sop = [] },
            "no limits" => template with { Limits = [] },
            "nothing to prepare" => template with { Prepare = [] },
            "no expected numbers" => template with { Expected = [] },
            "vanity figure" => template with { Kpi = template.Kpi with { Primary = ["activity"] } },
            "only Chinese" => template with { Purpose = new TemplateText("目的", "目的") },
            "unknown industry" => template with { Industries = ["circus"] },
            "step of nobody" => template with { Sop = [template.Sop[0] with { Who = "dataAnalyst" }] },
            "step without an owner" => template with { Sop = [.. template.Sop, ByItself(null)] },
            "owned by nobody" => template with { Sop = [.. template.Sop, ByItself("system")] },
            "owner unknown" => template with { Sop = [.. template.Sop, ByItself("dataAnalyst")] },
            "asks a stranger" => template with { Sop = [template.Sop[0] with { Consulted = ["dataAnalyst"] }] },
            "tells a stranger" => template with { Sop = [template.Sop[0] with { Informed = ["dataAnalyst"] }] },
            "role of neither side" => template with
            {
                Roles = [template.Roles[0] with { Side = "both" }, .. template.Roles.Skip(1)],
            },
            "other name" => template with { Name = "another" },
            "other default" => template with { Parameters = [first with { Default = "2.00:00:00" }] },
            "no place" => template with { Parameters = [first with { In = [new ParameterPlace(Variable: "Gone")] }] },
            "default out of bounds" => template with { Parameters = [first with { Min = "4.00:00:00" }] },
            "workflow it never uses" => template with { Workflows = ["educate"] },
            "rule set it never asks" => template with { Rules = [.. template.Rules, "staffing"] },
            _ => template with { Rules = [] },
        };

        var found = Assert.Single(TemplateCheck.Run(changed, files));

        Assert.Equal(code, found.Code);
        Assert.NotEqual(found.Message, JourneyMessages.In(found, Language.Chinese).Message);
    }

    private static TemplateStep ByItself(string? owner) =>
        new(new TemplateText("每天", "Every day"), "system", new TemplateText("自动发送", "Sends by itself"))
        {
            Owner = owner,
        };

    [Theory]
    [InlineData("not brought")]
    [InlineData("not marked")]
    [InlineData("of another name")]
    public void Run_WorkflowThatCannotBeUsed_SaysSo(string what)
    {
        var (template, files) = Shelf.Read("frequency-cognition");
        Assert.Empty(TemplateCheck.Run(template, files));
        var educate = files.Workflows["educate"];
        var changed = new Dictionary<string, string>(files.Workflows, StringComparer.Ordinal)
        {
            ["educate"] = what is "not marked"
                ? educate.Replace("\"usableAsActivity\": true", "\"usableAsActivity\": false", StringComparison.Ordinal)
                : educate.Replace(
                    "\"definitionId\": \"educate\"",
                    "\"definitionId\": \"teach\"",
                    StringComparison.Ordinal
                ),
        };

        var found = Assert.Single(
            what is "not brought"
                ? TemplateCheck.Run(template with { Workflows = ["activate"] }, files)
                : TemplateCheck.Run(template, files with { Workflows = changed })
        );

        Assert.Equal((TemplateCodes.Parts, "$.workflows"), (found.Code, found.Path));
        Assert.NotEqual(found.Message, JourneyMessages.In(found, Language.Chinese).Message);
    }

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("{}", "another format")]
    [InlineData("""{"schema":2}""", "another format")]
    [InlineData("""{"schema":1,"name":"x"}""", "cannot be read")]
    public void Read_MetadataThatIsNone_IsADiagnostic(string json, string message) =>
        Assert.Contains(message, TemplateJson.Read(json).Mistake!.Message, StringComparison.Ordinal);

    [Fact]
    public void Read_OfNoTemplate_IsNull()
    {
        Assert.Null(Shelf.Shipped.Read("lifecycle-care"));
        Assert.Null(Shelf.Shipped.Read("../rules"));
    }
}
