using System.Dynamic;
using System.Text.Json;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;

namespace Workflows.Rules.Tests.Catalog;

public sealed class PreparedRuleSetTests
{
    private readonly RulesEngineJudge _judge = new();

    [Fact]
    public void FirstMatch_PlainDictionary_AllocatesNothing()
    {
        var rules = Prepare("input1.orders > 5", "input1.orders >= 2 AND input1.days <= 60");
        IDictionary<string, object?> loyal = new Dictionary<string, object?> { ["orders"] = 3, ["days"] = 12 };
        IDictionary<string, object?> lost = new ExpandoObject();
        lost["days"] = 61;
        lost["orders"] = 3;
        var holds = new bool[2];
        Assert.Equal((1, -1), (rules.FirstMatch(loyal), rules.FirstMatch(lost)));
        Assert.Equal((1, 0), (rules.Matches(loyal, holds), rules.Matches(lost, holds)));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
        {
            rules.FirstMatch(loyal);
            rules.FirstMatch(lost);
            rules.Matches(loyal, holds);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void FirstMatch_ValuesOfOtherTypes_AreJudgedByTheirOwnTypes()
    {
        var rules = Prepare("input1.amount > 4.5");

        Assert.Equal(0, rules.FirstMatch(With("amount", 5)));
        Assert.Equal(0, rules.FirstMatch(With("amount", 5.0)));
        Assert.Equal(0, rules.FirstMatch(With("amount", 5m)));
        Assert.Equal(-1, rules.FirstMatch(With("amount", 4L)));
        Assert.Throws<RuleSetException>(() => rules.FirstMatch(With("amount", "5")));
    }

    [Fact]
    public void Evaluate_MemberThatIsNotThere_IsNull()
    {
        var rules = Prepare("input1.nope == null", "input1[\"nope\"] == null", "input1.orders == 1");

        var results = rules.Evaluate(With("orders", 1)).Results;

        Assert.All(results, result => Assert.True(result.IsSuccess, result.Rule));
        Assert.Equal(0, rules.FirstMatch(With("orders", 1)));
    }

    [Fact]
    public void Evaluate_ListsAndDictionariesInside_AreRead()
    {
        var rules = Prepare("input1.lines.Any(qty > 1)", "input1.home.town == \"上海\"");
        var input = With("lines", new List<object?> { With("qty", 1), With("qty", 2) });
        input["home"] = With("town", "上海");

        Assert.Equal([true, true], rules.Evaluate(input).Results.Select(result => result.IsSuccess));
        Assert.Equal(0, rules.FirstMatch(input));
    }

    [Fact]
    public void Decide_OutputOfAParameterThatMayBeNull_IsTheJudges()
    {
        var ruleSet = RuleFiles.Of("true");
        var rules = new PreparedRuleSet(
            _judge,
            ruleSet with
            {
                GlobalParams = [new ScopedParam("score", "contact.Score")],
                Rules = [ruleSet.Rules[0] with { OnSuccess = Output("score + 1") }],
            }
        );

        Assert.Equal(2.5, rules.Decide([new RuleInput("contact", new Customer { Score = 1.5 })]).Output);
        Assert.NotNull(rules.Decide([new RuleInput("contact", new Customer())]).Message);
    }

    [Fact]
    public void Evaluate_RegisteredAction_RunsWithItsSettingsAndInputs()
    {
        var judge = new RulesEngineJudge(
            customActions: new Dictionary<string, CustomAction>(StringComparer.OrdinalIgnoreCase)
            {
                ["Grant"] = call =>
                    ValueTask.FromResult<object?>(
                        $"{call.Setting<int>("points")} {string.Join(',', call.Inputs.Select(input => input.Name))}"
                    ),
            }
        );
        var ruleSet = RuleFiles.Of("true");
        var rules = new PreparedRuleSet(
            judge,
            ruleSet with
            {
                Rules =
                [
                    ruleSet.Rules[0] with
                    {
                        OnSuccess = new RuleAction("grant", Context("points", JsonSerializer.SerializeToElement(5))),
                    },
                ],
            }
        );

        Assert.Equal("5 contact", rules.Evaluate([new RuleInput("contact", new Customer())]).First!.Output);
        Assert.NotEmpty(rules.AskCompiled([new RuleInput("contact", new Customer())]).Declined);
    }

    private PreparedRuleSet Prepare(params string[] expressions) => new(_judge, RuleFiles.Of(expressions));

    private static Dictionary<string, object?> With(string name, object? value) => new() { [name] = value };

    private static RuleAction Output(string expression) =>
        new(RuleAction.OutputExpression, Context("expression", JsonSerializer.SerializeToElement(expression)));

    private static Dictionary<string, JsonElement> Context(string name, JsonElement value) =>
        new(StringComparer.OrdinalIgnoreCase) { [name] = value };
}
