using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Json;
using Workflows.Rules.Validation;

namespace Workflows.Rules.Tests.Validation;

/// <summary>Mistakes of type before publication: where, what, what to do, in both languages, all of them at once.</summary>
public sealed class TypeMistakeTests
{
    [Theory]
    [InlineData(
        "contact.PaidOrderCount >= \"abc\"",
        "contact.PaidOrderCount >= \"abc\"",
        "'contact.PaidOrderCount' is a number, 'abc' is text; they cannot be compared by '>='.",
        "“contact.PaidOrderCount”是数字，“abc”是文本，不能用“>=”比较。"
    )]
    [InlineData("contact.PaidOrders > 1", "PaidOrders", "Did you mean 'PaidOrderCount'?", "是否想写“PaidOrderCount”？")]
    [InlineData("contact.Ctiy == null", "Ctiy", "'contact' has no member 'Ctiy'.", "“contact”没有名为“Ctiy”的字段。")]
    [InlineData(
        "PaidOrderCount > 1",
        "PaidOrderCount",
        "Did you mean 'contact.PaidOrderCount'?",
        "是否想写“contact.PaidOrderCount”？"
    )]
    [InlineData("contcat.City == null", "contcat", "Did you mean 'contact'?", "是否想写“contact”？")]
    [InlineData("contact.City.StartWith(\"S\")", "StartWith", "Did you mean 'StartsWith'?", "是否想写“StartsWith”？")]
    [InlineData(
        "contact.City",
        "contact.City",
        "'contact.City' is text; a condition is true or false.",
        "“contact.City”是文本，而条件的结果应为真或假。"
    )]
    [InlineData(
        "contact.City and true",
        "contact.City",
        "'contact.City' is text; a condition is true or false.",
        "“contact.City”是文本，而条件的结果应为真或假。"
    )]
    [InlineData(
        "contact.LastPaidAt > 60",
        "contact.LastPaidAt > 60",
        "'contact.LastPaidAt' is a date, '60' is a number",
        "“contact.LastPaidAt”是日期，“60”是数字"
    )]
    [InlineData(
        "contact.JoinedAt - contact.City == null",
        "contact.JoinedAt - contact.City",
        "'-' does not take these",
        "不能用“-”计算"
    )]
    public void Mistake_HasPlaceWordsAndRemedy(string expression, string place, string english, string chinese)
    {
        var mistake = Assert.Single(Validate(expression));
        var translated = mistake.In(Language.Chinese);

        Assert.Equal(place, expression.Substring(mistake.Span!.Start, mistake.Span.Length));
        Assert.Contains(english, $"{mistake.Message} {mistake.Remedy}", StringComparison.Ordinal);
        Assert.Contains(chinese, $"{translated.Message} {translated.Remedy}", StringComparison.Ordinal);
        Assert.Equal("$.Rules[0].Expression", mistake.Path);
    }

    [Fact]
    public void Mistakes_OfOneExpression_AreToldTogether()
    {
        const string Text =
            "contact.Nope > 1 and (contact.City > 5 or not contact.PaidOrderCount) and contact.JoinedAt >= nwo.AddDays(-1)";

        var mistakes = Validate(Text);

        Assert.Equal(
            ["Nope", "contact.City > 5", "contact.PaidOrderCount", "nwo"],
            mistakes.Select(mistake => Text.Substring(mistake.Span!.Start, mistake.Span.Length))
        );
    }

    [Fact]
    public void Mistakes_OfADocument_AreAllTranslated()
    {
        string[] documents =
        [
            "{}",
            "7",
            "[7]",
            "{",
            """{"WorkflowName":"w","Rules":[{"RuleName":"r"},{"RuleName":"r","Expression":"1 +"},{"Expression":"((1"},{"RuleName":"x","Operator":"and"},{"RuleName":"y","Rules":[{"RuleName":"n","Expression":"\"\".GetType() == null"}]}]}""",
            """{"WorkflowName":"w","WorkflowsToInject":["none"],"GlobalParams":[{"Name":"1","Expression":""},{"Name":"contact","Expression":"1"}],"Rules":[{"RuleName":"r","Expression":"true","Operator":"Or","Rules":[],"Actions":{"OnSuccess":{"Name":"Nope"},"OnFailure":{"Name":"OutputExpression","Context":{}}}}]}""",
            """{"WorkflowName":1,"Rules":{},"GlobalParams":[1]}""",
            """{"WorkflowName":"w","Rules":[{"RuleName":"r","Expression":"contact.City.PadLeft(9999999) == null","RuleExpressionType":"Python","Actions":{"OnSuccess":{"Name":"EvaluateRule","Context":{"workflowName":"w","ruleName":"none"}}}}]}""",
        ];

        Assert.All(
            documents.SelectMany(document => RuleSetValidator.Validate(document, RuleFiles.Shape)),
            mistake => Assert.NotEqual(mistake.Message, mistake.In(Language.Chinese).Message)
        );
    }

    private static IReadOnlyList<Diagnostic> Validate(string expression) =>
        RuleSetValidator.Validate(RuleSetWriter.Write(RuleFiles.Of(expression)), RuleFiles.Shape);
}
