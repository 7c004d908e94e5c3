using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Tests.Validation;

public sealed class RuleSetValidatorTests
{
    private const string Rule = """{"RuleName":"r","Expression":"true"}""";

    [Theory]
    [InlineData("""{"WorkflowName":"s","Rules":[}""", "RULE001", "$")]
    [InlineData("", "RULE001", "$")]
    [InlineData("7", "RULE002", "$")]
    [InlineData("""[{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"true"}]},"x"]""", "RULE002", "$[1]")]
    [InlineData("""{"WorkflowName":7,"Rules":[]}""", "RULE002", "$.WorkflowName")]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"true","Enabled":"yes"}]}""",
        "RULE002",
        "$.Rules[0].Enabled"
    )]
    [InlineData("""{"Rules":[{"RuleName":"r","Expression":"true"}]}""", "RULE003", "$.WorkflowName")]
    [InlineData("""{"WorkflowName":"s","Rules":[{"Expression":"true"}]}""", "RULE003", "$.Rules[0].RuleName")]
    [InlineData(
        """[{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"true"}]},{"WorkflowName":"S","Rules":[{"RuleName":"r","Expression":"true"}]}]""",
        "RULE004",
        "$[1].WorkflowName"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"true"},{"RuleName":"r","Expression":"true"}]}""",
        "RULE005",
        "$.Rules[1].RuleName"
    )]
    [InlineData("""{"WorkflowName":"s"}""", "RULE006", "$.Rules")]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"  "}]}""",
        "RULE007",
        "$.Rules[0].Expression"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Operator":"and","Rules":[{"RuleName":"c","Expression":"true"}]}]}""",
        "RULE008",
        "$.Rules[0].Operator"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Rules":[{"RuleName":"c","Expression":"true"}]}]}""",
        "RULE009",
        "$.Rules[0].Operator"
    )]
    [InlineData("""{"WorkflowName":"s","Rules":[{"RuleName":"r","Operator":"And"}]}""", "RULE010", "$.Rules[0].Rules")]
    [InlineData(
        """{"WorkflowName":"s","RuleExpressionType":"Python","Rules":[{"RuleName":"r","Expression":"true"}]}""",
        "RULE012",
        "$.RuleExpressionType"
    )]
    [InlineData(
        """{"WorkflowName":"s","GlobalParams":[{"Name":"a b","Expression":"1"}],"Rules":[{"RuleName":"r","Expression":"true"}]}""",
        "RULE013",
        "$.GlobalParams[0].Name"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"true","LocalParams":[{"Name":"a"}]}]}""",
        "RULE013",
        "$.Rules[0].LocalParams[0].Expression"
    )]
    [InlineData(
        """{"WorkflowName":"s","GlobalParams":[{"Name":"Now","Expression":"1"}],"Rules":[{"RuleName":"r","Expression":"true"}]}""",
        "RULE014",
        "$.GlobalParams[0].Name"
    )]
    [InlineData(
        """{"WorkflowName":"s","WorkflowsToInject":["t"],"Rules":[{"RuleName":"r","Expression":"true"}]}""",
        "RULE015",
        "$.WorkflowsToInject[0]"
    )]
    [InlineData(
        """{"WorkflowName":"s","WorkflowsToInject":["s"],"Rules":[{"RuleName":"r","Expression":"true"}]}""",
        "RULE016",
        "$.WorkflowsToInject"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"true","Actions":{"OnSuccess":{"Name":"EvaluateRule","Context":{"workflowName":"s","ruleName":"r"}}}}]}""",
        "RULE016",
        "r: actions"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"true","Actions":{"OnSuccess":{"Name":"SendMail"}}}]}""",
        "RULE017",
        "$.Rules[0].Actions.OnSuccess.Name"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"true","Actions":{"OnFailure":{"Name":"OutputExpression","Context":{}}}}]}""",
        "RULE018",
        "$.Rules[0].Actions.OnFailure.Context.Expression"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"true","Actions":{"OnSuccess":{"Name":"EvaluateRule","Context":{"workflowName":"s","ruleName":"q"}}}}]}""",
        "RULE019",
        "$.Rules[0].Actions.OnSuccess.Context.ruleName"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"contact.PaidOrderCount >"}]}""",
        "EXP002",
        "$.Rules[0].Expression"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"(true"}]}""",
        "EXP003",
        "$.Rules[0].Expression"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"contact.Orders > 1"}]}""",
        "EXP004",
        "$.Rules[0].Expression"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"limit > 1"}]}""",
        "EXP004",
        "$.Rules[0].Expression"
    )]
    [InlineData(
        """{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":"contact.GetType() != null"}]}""",
        "EXP006",
        "$.Rules[0].Expression"
    )]
    public void Validate_OneMistake_IsToldWithCodeAndPlace(string json, string code, string path)
    {
        var found = RuleSetValidator.Validate(json, RuleFiles.Shape);

        var mistake = Assert.Single(found, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(code, mistake.Code);
        if (path.StartsWith('$'))
        {
            Assert.Equal(path, mistake.Path);
        }
    }

    [Fact]
    public void Validate_ManyMistakes_AreAllToldAtOnce()
    {
        var found = RuleSetValidator.Validate(
            """
            {"WorkflowName":"","WorkflowsToInject":["none"],
             "GlobalParams":[{"Name":"g","Expression":"1 +"},{"Name":"g","Expression":"2"}],
             "Rules":[
              {"RuleName":"a","Expression":"contact.PaidOrderCount == \"x\""},
              {"RuleName":"a","Operator":"Xor","Rules":[{"RuleName":"b","Expression":"contact.Nope"}]},
              {"Expression":"g > 1"},
              {"RuleName":"d","Expression":"true","Actions":{"OnSuccess":{"Name":"OutputExpression","Context":{"Expression":"now.Year +"}}}}]}
            """,
            RuleFiles.Shape
        );

        Assert.Equal(
            [
                ("EXP002", "$.GlobalParams[0].Expression"),
                ("EXP002", "$.Rules[3].Actions.OnSuccess.Context.Expression"),
                ("EXP004", "$.Rules[1].Rules[0].Expression"),
                ("EXP005", "$.Rules[0].Expression"),
                ("RULE003", "$.Rules[2].RuleName"),
                ("RULE003", "$.WorkflowName"),
                ("RULE005", "$.Rules[1].RuleName"),
                ("RULE008", "$.Rules[1].Operator"),
                ("RULE014", "$.GlobalParams[1].Name"),
                ("RULE015", "$.WorkflowsToInject[0]"),
            ],
            found.Select(diagnostic => (diagnostic.Code, diagnostic.Path!)).Order()
        );
    }

    [Fact]
    public void Validate_BrokenParameter_IsToldOnceAndNotAgainWhereItIsUsed()
    {
        var found = RuleSetValidator.Validate(
            """
            {"WorkflowName":"s","GlobalParams":[{"Name":"g","Expression":"contact.Nope"}],
             "Rules":[{"RuleName":"a","Expression":"g > 1"},{"RuleName":"b","Expression":"1 < g and contact.City == 1"}]}
            """,
            RuleFiles.Shape
        );

        Assert.Equal("$.GlobalParams[0].Expression", Assert.Single(found).Path);
    }

    [Fact]
    public void Validate_ChineseBeforeTheMistake_SpanAndCaretStandUnderIt()
    {
        const string Expression = "contact.City == \"上海\" and contact.Stadt == \"x\"";
        var json =
            $$"""{"WorkflowName":"s","Rules":[{"RuleName":"r","Expression":{{System.Text.Json.JsonSerializer.Serialize(Expression)}}}]}""";

        var mistake = Assert.Single(RuleSetValidator.Validate(json, RuleFiles.Shape));

        Assert.Contains("Stadt", mistake.Message, StringComparison.Ordinal);
        Assert.Equal(Expression.IndexOf("Stadt", StringComparison.Ordinal), mistake.Span!.Start);
        var lines = DiagnosticPrinter.Print(mistake, Expression).Split('\n');
        Assert.Equal(
            lines[1].IndexOf("Stadt", StringComparison.Ordinal) + 2,
            lines[2].IndexOf('^', StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Validate_BrokenJson_SpanIsThePlaceInTheDocument()
    {
        const string Json = "{\n  \"WorkflowName\": \"生命周期\", oops\n}";

        var mistake = Assert.Single(RuleSetValidator.Validate(Json));

        Assert.Equal(Json.IndexOf("oops", StringComparison.Ordinal), mistake.Span!.Start);
    }

    [Fact]
    public void Validate_ExpressionBesideOperator_Warns()
    {
        var found = RuleSetValidator.Validate(
            $$"""{"WorkflowName":"s","Rules":[{"RuleName":"p","Operator":"And","Expression":"((","Rules":[{{Rule}}]}]}""",
            RuleFiles.Shape
        );

        var warning = Assert.Single(found);
        Assert.Equal(
            (RuleDiagnosticCodes.IgnoredExpression, DiagnosticSeverity.Warning),
            (warning.Code, warning.Severity)
        );
    }

    [Fact]
    public void Validate_DeepNesting_IsRefused()
    {
        var rule = Rule;
        for (var depth = 0; depth < 33; depth++)
        {
            rule = $$"""{"RuleName":"p","Operator":"And","Rules":[{{rule}}]}""";
        }

        var mistake = Assert.Single(
            RuleSetValidator.Validate($$"""{"WorkflowName":"s","Rules":[{{rule}}]}""", RuleFiles.Shape)
        );

        Assert.Equal(RuleDiagnosticCodes.TooLarge, mistake.Code);
    }

    [Fact]
    public void Validate_DisabledRule_MayBeBroken() =>
        Assert.Empty(
            RuleSetValidator.Validate(
                $$"""{"WorkflowName":"s","Rules":[{"RuleName":"x","Expression":"((broken","Enabled":false},{{Rule}}]}""",
                RuleFiles.Shape
            )
        );

    [Fact]
    public void Validate_UnknownInputs_ChecksWhatHoldsForAny()
    {
        var found = RuleSetValidator.Validate(
            """{"WorkflowName":"s","Rules":[{"RuleName":"a","Expression":"input1.x > 1"},{"RuleName":"b","Expression":"(input1.x > 1"}]}"""
        );

        Assert.Equal("$.Rules[1].Expression", Assert.Single(found).Path);
    }

    [Theory]
    [InlineData("\"a\".PadLeft(2000000000).Length > 1", true)]
    [InlineData("\"a\".PadRight(contact.PaidOrderCount).Length > 1", true)]
    [InlineData(
        "contact.City.Replace(\"a\", \"bbbbbbbbbb\").Replace(\"b\", \"cccccccccccccccccccc\").Replace(\"c\", \"dddddddddd\") == \"\"",
        true
    )]
    [InlineData("contact.City.PadLeft(20).Replace(\"a\", \"bb\").Trim() == \"x\"", false)]
    public void Validate_TextThatCouldGrow_NeverReachesTheEngine(string expression, bool isRefused)
    {
        var found = RuleSetValidator.Validate(
            Workflows.Rules.Json.RuleSetWriter.Write(RuleFiles.Of(expression)),
            RuleFiles.Shape
        );

        Assert.Equal(isRefused ? ["RULE024"] : [], found.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Validate_TextThatGrowsFromParameterToParameter_IsRefused()
    {
        var rules = RuleFiles.Of("p3 != null");
        var tens = new string('b', 100);
        rules = rules with
        {
            GlobalParams =
            [
                new("p1", $"contact.City.Replace(\"a\", \"{tens}\")"),
                new("p2", $"p1.Replace(\"b\", \"{tens}\")"),
                new("p3", "p2"),
            ],
        };

        var mistake = Assert.Single(
            RuleSetValidator.Validate(Workflows.Rules.Json.RuleSetWriter.Write(rules), RuleFiles.Shape)
        );

        Assert.Equal(("RULE024", "$.GlobalParams[1].Expression"), (mistake.Code, mistake.Path));
    }

    [Fact]
    public void Validate_OwnRuleFiles_AreRight() =>
        Assert.Empty(RuleSetValidator.Validate(RuleFiles.LifecycleTiers, RuleFiles.Shape));
}
