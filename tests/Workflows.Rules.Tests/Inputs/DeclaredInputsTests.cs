using System.Text.Json;
using Workflows.Rules.Catalog;
using Workflows.Rules.Inputs;
using Workflows.Rules.Judging;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Tests.Inputs;

public sealed class DeclaredInputsTests
{
    private const string Declaring = """
        {"WorkflowName":"group-health","Inputs":{"group":{"clicks":"number","owner":"text","age":"whole?","tags":["text"]},"now":"time","contact":"contact"},
         "Facts":["group.clicks >= 0"],
         "Rules":[{"RuleName":"r","Expression":"group.clicks >= 10 AND (group.age == null OR group.age > 3) AND contact.PaidOrderCount >= 0","SuccessEvent":"well"}]}
        """;

    private static readonly Dictionary<string, object?> Given = new(StringComparer.OrdinalIgnoreCase)
    {
        ["contact"] = new Customer { PaidOrderCount = 1 },
        ["now"] = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void ShapeOf_DeclaredTypes_AreThoseOfTheDocument()
    {
        var shape = DeclaredInputs.ShapeOf(RuleFiles.Read(Declaring), RuleFiles.Shape)!;

        var group = shape.Parameters[0].Type;
        Assert.Equal(["group", "now", "contact"], shape.Parameters.Select(parameter => parameter.Name));
        Assert.Equal((typeof(DateTimeOffset), typeof(Customer)), (shape.Parameters[1].Type, shape.Parameters[2].Type));
        Assert.Equal(
            (typeof(double), typeof(string), typeof(int?), typeof(List<string>)),
            (TypeOf(group, "clicks"), TypeOf(group, "owner"), TypeOf(group, "age"), TypeOf(group, "tags"))
        );
    }

    [Fact]
    public void ShapeOf_NothingDeclared_IsTheUsualOne() =>
        Assert.Same(RuleFiles.Shape, DeclaredInputs.ShapeOf(RuleFiles.Read(RuleFiles.LifecycleTiers), RuleFiles.Shape));

    [Fact]
    public async Task Publish_DeclaredInputs_AreCheckedCompiledAndAsked()
    {
        var catalog = new RuleSetCatalog(
            new MemoryRuleSetStore(),
            new RulesEngineJudge(),
            TimeProvider.System,
            RuleFiles.Shape
        );

        var publication = await catalog.PublishAsync(Declaring);

        var ruleSet = Assert.Single(publication.RuleSets!);
        Assert.NotNull(ruleSet.Compiled);
        var inputs = Read(ruleSet, """{"group":{"clicks":10,"owner":"li","tags":["a"]}}""", out var missing);
        Assert.Null(missing);
        Assert.Equal("well", ruleSet.Decide(inputs).SuccessEvent);
        Assert.Null(ruleSet.Decide(Read(ruleSet, """{"group":{"clicks":9.9,"tags":[]}}""", out _)).SuccessEvent);
        Assert.Null(ruleSet.Decide(Read(ruleSet, """{"group":{"clicks":10,"age":3,"tags":[]}}""", out _)).SuccessEvent);
    }

    [Theory]
    [InlineData("{}", "group")]
    [InlineData("""{"group":{"tags":[]}}""", "group.clicks")]
    [InlineData("""{"group":{"clicks":null,"tags":[]}}""", "group.clicks")]
    [InlineData("""{"group":{"clicks":1}}""", "group.tags")]
    public async Task Read_ValueThatHasToBeThere_IsNamed(string json, string path)
    {
        var catalog = new RuleSetCatalog(
            new MemoryRuleSetStore(),
            new RulesEngineJudge(),
            TimeProvider.System,
            RuleFiles.Shape
        );
        var ruleSet = Assert.Single((await catalog.PublishAsync(Declaring)).RuleSets!);

        Read(ruleSet, json, out var missing);

        Assert.Equal(path, missing);
    }

    [Theory]
    [InlineData("""["group"]""", "$.Inputs")]
    [InlineData("""{"group":{"clicks":"numbre"}}""", "$.Inputs.group.clicks")]
    [InlineData("""{"group":{}}""", "$.Inputs.group")]
    [InlineData("""{"group":["text","text"]}""", "$.Inputs.group")]
    [InlineData("""{"group":3}""", "$.Inputs.group")]
    public void Validate_DeclarationThatIsNone_IsADiagnostic(string inputs, string path)
    {
        var found = RuleSetValidator.Validate(
            $$"""{"WorkflowName":"s","Inputs":{{inputs}},"Rules":[{"RuleName":"r","Expression":"true"}]}"""
        );

        Assert.Contains(
            found,
            one => one.Code is RuleDiagnosticCodes.BadInputs && string.Equals(one.Path, path, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Validate_FactsThatAreNoList_AreADiagnostic() =>
        Assert.Equal(
            "$.Facts",
            Assert
                .Single(
                    RuleSetValidator.Validate(
                        """{"WorkflowName":"s","Facts":"n > 1","Rules":[{"RuleName":"r","Expression":"true"}]}"""
                    )
                )
                .Path
        );

    [Fact]
    public void Validate_WrongMemberOfADeclaredInput_IsADiagnostic() =>
        Assert.Contains(
            "clicked",
            Assert
                .Single(
                    RuleSetValidator.Validate(
                        """{"WorkflowName":"s","Inputs":{"group":{"clicks":"number"}},"Rules":[{"RuleName":"r","Expression":"group.clicked > 1"}]}"""
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    private static IReadOnlyList<RuleInput> Read(PublishedRuleSet ruleSet, string json, out string? missing) =>
        DeclaredInputs.Read(
            DeclaredInputs.ShapeOf(ruleSet.RuleSet, RuleFiles.Shape)!,
            JsonSerializer.Deserialize<JsonElement>(json),
            Given,
            out missing
        );

    private static Type TypeOf(Type record, string member) => record.GetProperty(member)!.PropertyType;
}
