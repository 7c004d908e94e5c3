using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Rules.Tests.Judging;

public sealed class LenientJudgeTests
{
    private const string Document = """
        {"WorkflowName":"w","Rules":[
          {"RuleName":"broken","Expression":"nosuch(1)"},
          {"RuleName":"holds","Expression":"input1.x == 1","SuccessEvent":"event"},
          {"RuleName":"fails","Expression":"input1.x == 2","ErrorMessage":"x is $(input1.x)"},
          {"RuleName":"faults","Expression":"1 / (input1.x - 1) == 1"}]}
        """;

    private static readonly RuleInput[] Inputs = [new("input1", new Dictionary<string, object?> { ["x"] = 1 })];

    [Fact]
    public async Task ExecuteAllRules_MistakesAndFailures_AreMessages()
    {
        var judged = await new LenientJudge([Document]).ExecuteAllRulesAsync("w", Inputs);

        Assert.Equal("event", judged.SuccessEvent);
        Assert.Equal(
            [RuleMessageKind.Parse, RuleMessageKind.None, RuleMessageKind.ErrorMessage, RuleMessageKind.Runtime],
            judged.Rules.Select(rule => rule.MessageKind)
        );
        Assert.Equal("x is 1", judged.Rules[2].Message);
    }

    [Fact]
    public async Task ExecuteAllRules_WithoutMessages_Throws()
    {
        var judge = new LenientJudge([Document], new JudgeSettings { EnableExceptionAsErrorMessage = false });

        await Assert.ThrowsAsync<RulesEngine.Exceptions.RuleException>(async () =>
            await judge.ExecuteAllRulesAsync("w", Inputs)
        );
    }

    [Fact]
    public async Task Documents_ComeAndGo()
    {
        var judge = new LenientJudge([Document]);

        Assert.Throws<RulesEngine.Exceptions.RuleValidationException>(() => judge.Add(Document));
        judge.AddOrUpdate("""{"WorkflowName":"w","Rules":[{"RuleName":"r","Expression":"input1.x == 2"}]}""");
        Assert.Null((await judge.ExecuteAllRulesAsync("w", Inputs)).SuccessEvent);
        judge.Remove("w");
        Assert.False(judge.Contains("w"));
        Assert.Empty(judge.RuleSets);
        await Assert.ThrowsAsync<ArgumentException>(async () => await judge.ExecuteAllRulesAsync("w", Inputs));
    }

    [Fact]
    public void Evaluate_Expression_GivesItsValue() =>
        Assert.Equal(3, new LenientJudge([]).Evaluate<int>("input1.x + 2", Inputs));

    [Fact]
    public void Settings_Defaults_AreRulesEngines()
    {
        var ours = new JudgeSettings();
        var theirs = new RulesEngine.Models.ReSettings();

        Assert.Equal(theirs.EnableExceptionAsErrorMessage, ours.EnableExceptionAsErrorMessage);
        Assert.Equal(theirs.IgnoreException, ours.IgnoreException);
        Assert.Equal(theirs.EnableFormattedErrorMessage, ours.EnableFormattedErrorMessage);
        Assert.Equal(theirs.EnableScopedParams, ours.EnableScopedParams);
        Assert.Equal(theirs.IsExpressionCaseSensitive, ours.IsExpressionCaseSensitive);
        Assert.Equal(theirs.AutoRegisterInputType, ours.AutoRegisterInputType);
        Assert.Equal((int)theirs.NestedRuleExecutionMode, ours.StopsNestedRulesEarly ? 1 : 0);
        Assert.Equal(theirs.UseFastExpressionCompiler, ours.UseFastExpressionCompiler);
        Assert.Equal(
            theirs.EnableExceptionAsErrorMessageForRuleExpressionParsing,
            ours.EnableExceptionAsErrorMessageForRuleExpressionParsing
        );
        Assert.Equal(theirs.AutoExecuteActions, ours.AutoExecuteActions);
        Assert.Equal(theirs.EnableParallelRuleCompilation, ours.EnableParallelRuleCompilation);
        Assert.Equal(new RulesEngine.HelperFunctions.MemCacheConfig().SizeLimit, ours.CacheSizeLimit);
    }
}
