using Workflows.Benchmarks.Measuring;
using Workflows.Expressions;
using Workflows.Marketing.Contacts;
using Workflows.Rules.Catalog;
using Workflows.Rules.Compilation;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Engine = RulesEngine.RulesEngine;

namespace Workflows.Benchmarks.Groups.Expressions;

/// <summary>1, 10 and 100 rules about a plain object, a dictionary and a contact: by hand, compiled, judged, and by the package alone.</summary>
internal static class RuleQuestions
{
    private const string Group = "expressions: rules";
    private const int Fast = 4_000_000;
    private const int Slow = 20_000;

    private static readonly bool[] Holds = new bool[100];

    public static void Run(Effort effort, IReport report)
    {
        foreach (var rules in new[] { 1, 10, 100 })
        {
            var contest = new Contest(effort, report, $"{Group}, {rules} of them");
            AddShoppers(contest, rules);
            AddDictionaries(contest, rules);
            AddContacts(contest, rules);
            contest.Run();
        }
    }

    private static void AddShoppers(Contest contest, int rules)
    {
        var byHand = Questions.ByHand(rules);
        var ruleSet = Questions.RuleSet(rules);
        var typed = Compile(ruleSet, typeof(Shopper)).For<Shopper>();
        var judged = new RulesEngineJudge().Prepare(ruleSet);
        var engine = Package(ruleSet);
        const string Reference = "object, by hand";
        contest.Add(Reference, Fast / rules, count => ByHand(byHand, Questions.Shoppers, count));
        contest.Add(
            "object, compiled: which rules hold",
            Fast / rules,
            count => Ask(count, (index, holds) => typed.Matches(Questions.Shoppers[index], holds)),
            Reference
        );
        contest.Add(
            "object, compiled: the first that holds",
            Fast / rules,
            count => Ask(count, index => typed.FirstMatch(Questions.Shoppers[index])),
            Reference
        );
        contest.Add(
            "object, compiled: results of all rules",
            Fast / 4 / rules,
            count => Ask(count, index => typed.Evaluate(Questions.Shoppers[index])!.Results.Count),
            Reference
        );
        contest.Add(
            "object, judge",
            Slow / rules,
            count => Ask(count, index => Judge(judged, Questions.Shoppers[index])),
            Reference
        );
        contest.Add(
            "object, RulesEngine used by hand",
            Slow / rules,
            count => Ask(count, index => Package(engine, Questions.Shoppers[index])),
            Reference
        );
    }

    private static void AddDictionaries(Contest contest, int rules)
    {
        var ruleSet = Questions.RuleSet(rules);
        var prepared = new PreparedRuleSet(new RulesEngineJudge(), ruleSet);
        var judged = new RulesEngineJudge().Prepare(ruleSet);
        var engine = Package(ruleSet);
        const string Reference = "object, by hand";
        contest.Add(
            "dictionary, compiled: which rules hold",
            Fast / 4 / rules,
            count => Ask(count, (index, holds) => prepared.Matches(Questions.Dictionaries[index], holds)),
            Reference
        );
        contest.Add(
            "dictionary, compiled: results of all rules",
            Fast / 8 / rules,
            count => Ask(count, index => prepared.Evaluate(Questions.Dictionaries[index]).Results.Count),
            Reference
        );
        contest.Add(
            "expando, compiled: which rules hold",
            Fast / 4 / rules,
            count => Ask(count, (index, holds) => prepared.Matches(Questions.Expandos[index], holds)),
            Reference
        );
        contest.Add(
            "expando, judge",
            Slow / rules,
            count => Ask(count, index => Judge(judged, Questions.Expandos[index])),
            Reference
        );
        contest.Add(
            "expando, RulesEngine used by hand",
            Slow / rules,
            count => Ask(count, index => Package(engine, Questions.Expandos[index])),
            Reference
        );
    }

    private static void AddContacts(Contest contest, int rules)
    {
        var byHand = Questions.ContactsByHand(rules);
        var ruleSet = Questions.ContactRuleSet(rules);
        var typed = Compile(ruleSet, typeof(Contact)).For<Contact>();
        var judged = new RulesEngineJudge().Prepare(ruleSet);
        const string Reference = "contact, by hand";
        contest.Add(Reference, Fast / rules, count => ByHand(byHand, Questions.Contacts, count));
        contest.Add(
            "contact, compiled: which rules hold",
            Fast / rules,
            count => Ask(count, (index, holds) => typed.Matches(Questions.Contacts[index], holds)),
            Reference
        );
        contest.Add(
            "contact, compiled: results of all rules",
            Fast / 4 / rules,
            count => Ask(count, index => typed.Evaluate(Questions.Contacts[index])!.Results.Count),
            Reference
        );
        contest.Add(
            "contact, judge",
            Slow / rules,
            count => Ask(count, index => Judge(judged, Questions.Contacts[index])),
            Reference
        );
    }

    /// <summary>Compiles a rule set over one input.</summary>
    public static CompiledRuleSet Compile(RuleSet ruleSet, Type input) =>
        RuleSetCompiler.Compile(ruleSet, InputShape.Of(("input1", input))) is { RuleSet: { } compiled }
            ? compiled
            : throw new InvalidOperationException("The rule set does not compile; the figure would be worth nothing.");

    /// <summary>The package as its users make it.</summary>
    public static Engine Package(RuleSet ruleSet) => new([RuleSetWriter.Write(ruleSet)]);

    public static int Package(Engine engine, object input) =>
        engine.ExecuteAllRulesAsync("questions", input).AsTask().GetAwaiter().GetResult().Count;

    public static int Judge(JudgedRuleSet judged, object input) =>
        judged.Judge([new RuleInput("input1", input)]).Answer!.Results.Count;

    public static long Ask(int count, Func<int, int> ask)
    {
        var sum = 0L;
        for (var index = 0; index < count; index++)
        {
            sum += ask(index % Questions.Inputs);
        }

        return sum;
    }

    private static long Ask(int count, Func<int, bool[], int> ask)
    {
        var sum = 0L;
        for (var index = 0; index < count; index++)
        {
            sum += ask(index % Questions.Inputs, Holds);
        }

        return sum;
    }

    private static long ByHand<T>(Func<T, bool>[] rules, T[] inputs, int count)
    {
        var holds = 0L;
        for (var index = 0; index < count; index++)
        {
            var input = inputs[index % Questions.Inputs];
            foreach (var rule in rules)
            {
                holds += rule(input) ? 1 : 0;
            }
        }

        return holds;
    }
}
