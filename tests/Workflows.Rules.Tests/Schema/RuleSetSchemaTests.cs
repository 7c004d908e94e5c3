using System.Text.Json;
using Json.Schema;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Explaining;
using Workflows.Rules.Json;
using Workflows.Rules.Schema;
using Workflows.Rules.Validation;
using Vocabulary = Workflows.Rules.Explaining.Vocabulary;

namespace Workflows.Rules.Tests.Schema;

public sealed class RuleSetSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(
        RuleSetSchema.Write(RuleFiles.Shape, Vocabulary.Empty)
    );

    [Fact]
    public void Schema_IsOfDraft202012()
    {
        using var schema = JsonDocument.Parse(RuleSetSchema.Write(RuleFiles.Shape, Vocabulary.Empty));

        Assert.True(MetaSchemas.Draft202012.Evaluate(schema.RootElement).IsValid);
    }

    [Fact]
    public void Schema_TakesEveryShippedRuleFile()
    {
        var files = Directory.GetFiles(
            Path.GetDirectoryName(Path.GetDirectoryName(RuleFiles.Find("rules/lifecycle-tiers/rules.json"))!)!,
            "rules.json",
            SearchOption.AllDirectories
        );

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(IsValid(File.ReadAllText(file)), file));
    }

    [Theory]
    [InlineData("""{"WorkflowName":"w","Rules":[{"RuleName":"r","Expression":"true"}]}""")]
    [InlineData(
        """{"$schema":"rules.schema.json","WorkflowName":"w","Rules":[{"RuleName":"r","Expression":"true"}]}"""
    )]
    [InlineData(
        """[{"WorkflowName":"w","Rules":[{"RuleName":"r","Expression":"true"}]},{"WorkflowName":"v","WorkflowsToInject":["w"]}]"""
    )]
    [InlineData(
        """{"WorkflowName":"w","GlobalParams":[{"Name":"天数","Expression":"30"}],"Rules":[{"RuleName":"r","Expression":"true","SuccessEvent":null,"Enabled":false}]}"""
    )]
    [InlineData(
        """{"WorkflowName":"w","Rules":[{"RuleName":"r","Operator":"And","Rules":[{"RuleName":"n","Expression":"true"}]}]}"""
    )]
    [InlineData(
        """{"WorkflowName":"w","Rules":[{"RuleName":"r","Expression":"true","Actions":{"OnSuccess":{"Name":"OutputExpression","Context":{"expression":"1"}},"OnFailure":{"Name":"EvaluateRule","Context":{"workflowName":"w","ruleName":"r"}}}}]}"""
    )]
    public void Document_ThatIsRight_IsTaken(string json)
    {
        Assert.True(IsValid(json));
        Assert.DoesNotContain(
            RuleSetValidator.Validate(json),
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
        );
    }

    [Theory]
    [InlineData("""{"Rules":[{"RuleName":"r","Expression":"true"}]}""")]
    [InlineData("""{"WorkflowName":"w"}""")]
    [InlineData("""{"WorkflowName":7,"Rules":[{"RuleName":"r","Expression":"true"}]}""")]
    [InlineData("""{"WorkflowName":"w","Rules":[{"Expression":"true"}]}""")]
    [InlineData("""{"WorkflowName":"w","Rules":[{"RuleName":"r"}]}""")]
    [InlineData("""{"WorkflowName":"w","Rules":[{"RuleName":"r","Expression":""}]}""")]
    [InlineData("""{"WorkflowName":"w","Rules":[{"RuleName":"r","Expression":true}]}""")]
    [InlineData(
        """{"WorkflowName":"w","Rules":[{"RuleName":"r","Operator":"and","Rules":[{"RuleName":"n","Expression":"true"}]}]}"""
    )]
    [InlineData("""{"WorkflowName":"w","Rules":[{"RuleName":"r","Operator":"And","Rules":[]}]}""")]
    [InlineData(
        """{"WorkflowName":"w","Rules":[{"RuleName":"r","Expression":"true","Actions":{"OnSuccess":{"Name":"SendMail","Context":{}}}}]}"""
    )]
    [InlineData(
        """{"WorkflowName":"w","Rules":[{"RuleName":"r","Expression":"true","Actions":{"OnSuccess":{"Name":"OutputExpression","Context":{}}}}]}"""
    )]
    [InlineData(
        """{"WorkflowName":"w","GlobalParams":[{"Name":"1x","Expression":"1"}],"Rules":[{"RuleName":"r","Expression":"true"}]}"""
    )]
    [InlineData("""{"WorkflowName":"w","ValidFrom":"soon","Rules":[{"RuleName":"r","Expression":"true"}]}""")]
    [InlineData("""[7]""")]
    public void Document_ThatIsWrong_IsRefused_AsTheValidatorDoes(string json)
    {
        Assert.False(IsValid(json));
        Assert.Contains(RuleSetValidator.Validate(json), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Schema_OffersTheFieldsWithTheirNames()
    {
        var names = new Vocabulary([new FieldName("contact.PaidOrderCount", "paid orders", "已付订单数")]);
        using var schema = JsonDocument.Parse(RuleSetSchema.Write(RuleFiles.Shape, names, Language.Chinese));

        var definitions = schema.RootElement.GetProperty("$defs");
        var field = definitions
            .GetProperty("field")
            .GetProperty("oneOf")
            .EnumerateArray()
            .First(item => item.GetProperty("const").ValueEquals("contact.PaidOrderCount"));
        Assert.Equal(
            ("已付订单数", "数字"),
            (field.GetProperty("title").GetString(), field.GetProperty("description").GetString())
        );
        Assert.Contains(
            definitions.GetProperty("expression").GetProperty("examples").EnumerateArray(),
            example => example.ValueEquals("contact.LastPaidAt >= now.AddDays(-30)")
        );
    }

    [Fact]
    public void Examples_AreRightExpressions()
    {
        using var schema = JsonDocument.Parse(RuleSetSchema.Write(RuleFiles.Shape, Vocabulary.Empty));
        var examples = schema
            .RootElement.GetProperty("$defs")
            .GetProperty("expression")
            .GetProperty("examples")
            .EnumerateArray()
            .Select(example => example.GetString()!)
            .ToArray();

        var diagnostics = RuleSetValidator.Validate(RuleSetWriter.Write(RuleFiles.Of(examples)), RuleFiles.Shape);

        Assert.Empty(diagnostics);
    }

    [Fact]
    public void SchemaProperty_SurvivesARoundTrip()
    {
        const string Json =
            """{"$schema":"rules.schema.json","WorkflowName":"w","Rules":[{"RuleName":"r","Expression":"true"}]}""";

        Assert.Contains(
            "\"$schema\": \"rules.schema.json\"",
            RuleSetWriter.Write(RuleFiles.Read(Json)),
            StringComparison.Ordinal
        );
    }

    private static bool IsValid(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Schema.Evaluate(document.RootElement).IsValid;
    }
}
