using Workflows.Benchmarks.Measuring;
using Workflows.Rules.Judging;

namespace Workflows.Benchmarks.Groups.Expressions;

/// <summary>What parameters, filled-in messages and outputs add to a question.</summary>
internal static class RuleExtras
{
    private const string Params = """
        { "WorkflowName": "questions",
          "GlobalParams": [ { "Name": "least", "Expression": "input1.Orders30d + 1" }, { "Name": "days", "Expression": "60" } ],
          "Rules": [ { "RuleName": "r",
            "LocalParams": [ { "Name": "recent", "Expression": "input1.LastOrderDays <= days" } ],
            "Expression": "recent AND least > 2" } ] }
        """;

    private const string Message = """
        { "WorkflowName": "questions",
          "Rules": [ { "RuleName": "r", "Expression": "input1.Orders30d > 1000",
            "ErrorMessage": "$(input1.Name) has $(input1.Orders30d) orders" } ] }
        """;

    private const string Output = """
        { "WorkflowName": "questions",
          "Rules": [ { "RuleName": "r", "Expression": "input1.Orders30d >= 0",
            "Actions": { "OnSuccess": { "Name": "OutputExpression", "Context": { "Expression": "input1.Orders30d * 10" } } } } ] }
        """;

    public static void Run(Effort effort, IReport report)
    {
        var contest = new Contest(effort, report, "expressions: parameters, messages, outputs");
        foreach (
            var (what, json) in new[]
            {
                ("scoped parameters", Params),
                ("filled-in message", Message),
                ("output", Output),
            }
        )
        {
            var ruleSet = Questions.Read(json);
            var engine = RuleQuestions.Package(ruleSet);
            var judged = new RulesEngineJudge().Prepare(ruleSet);
            var typed = RuleQuestions.Compile(ruleSet, typeof(Shopper)).For<Shopper>();
            var reference = $"{what}, RulesEngine used by hand";
            contest.Add(
                reference,
                10_000,
                count => RuleQuestions.Ask(count, index => RuleQuestions.Package(engine, Questions.Shoppers[index]))
            );
            contest.Add(
                $"{what}, judge",
                10_000,
                count => RuleQuestions.Ask(count, index => RuleQuestions.Judge(judged, Questions.Shoppers[index])),
                reference
            );
            contest.Add(
                $"{what}, compiled: results of all rules",
                200_000,
                count => RuleQuestions.Ask(count, index => typed.Evaluate(Questions.Shoppers[index])!.Results.Count),
                reference
            );
            contest.Add(
                $"{what}, compiled: the first that holds",
                200_000,
                count => RuleQuestions.Ask(count, index => typed.FirstMatch(Questions.Shoppers[index])),
                reference
            );
        }

        contest.Run();
    }
}
