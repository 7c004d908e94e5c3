using Workflows.Rules.Json;

namespace Workflows.Rules.Tests.Json;

public sealed class RuleSetJsonTests
{
    private const string Everything = """
        {
          "WorkflowName": "s",
          "WorkflowsToInject": ["t"],
          "GlobalParams": [{ "Name": "g", "Expression": "1", "Unit": "days" }],
          "Rules": [
            {
              "RuleName": "p",
              "Enabled": false,
              "Operator": "Or",
              "Rules": [{ "RuleName": "c", "Expression": "上海 < 2", "ErrorMessage": "$(g)" }],
              "SuccessEvent": "好",
              "Actions": {
                "OnSuccess": { "Name": "OutputExpression", "Context": { "expression": "g", "note": [1, 2] }, "Retry": 3 },
                "OnFailure": { "Name": "EvaluateRule", "Context": { "workflowName": "t", "ruleName": "r" } }
              },
              "Properties": { "owner": "Ada", "deep": { "x": [null] } },
              "Owner": { "team": 7 },
              "RuleExpressionType": "LambdaExpression"
            }
          ],
          "Description": "kept"
        }
        """;

    [Fact]
    public void Write_AfterRead_LosesNothing()
    {
        var once = RuleSetWriter.Write(RuleFiles.Read(Everything));
        var twice = RuleSetWriter.Write(RuleFiles.Read(once));

        Assert.Equal(once, twice);
        foreach (
            var kept in new[]
            {
                "\"Unit\": \"days\"",
                "\"Retry\": 3",
                "\"note\"",
                "\"team\": 7",
                "\"Description\": \"kept\"",
                "好",
                "\"owner\": \"Ada\"",
                "\"RuleExpressionType\"",
            }
        )
        {
            Assert.Contains(kept, once, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_CamelCaseNames_AreTheSameProperties()
    {
        var ruleSet = RuleFiles.Read(
            """{"workflowName":"s","rules":[{"ruleName":"r","expression":"true","successEvent":"e"}]}"""
        );

        Assert.Equal(
            ("s", "r", "true", "e"),
            (ruleSet.Name, ruleSet.Rules[0].Name, ruleSet.Rules[0].Expression, ruleSet.Rules[0].Event)
        );
    }

    [Fact]
    public void Read_List_GivesEachWithItsPath()
    {
        var reading = RuleSetReader.Read("""[{"WorkflowName":"a"},{"WorkflowName":"b"}]""");

        Assert.Equal(["a", "b"], reading.RuleSets!.Select(ruleSet => ruleSet.Name));
        Assert.Equal("$[1]", reading.PathOf(1));
        Assert.Equal(2, RuleSetReader.Read(RuleSetWriter.Write(reading.RuleSets!)).RuleSets!.Count);
    }

    [Fact]
    public void Read_OldWordForIncludes_IsUnderstood() =>
        Assert.Equal(["t"], RuleFiles.Read("""{"WorkflowName":"s","WorkflowRulesToInject":["t"]}""").Includes);

    [Fact]
    public void Event_WithoutSuccessEvent_IsTheName() => Assert.Equal("r0", RuleFiles.Of("true").Rules[0].Event);
}
