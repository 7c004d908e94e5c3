using System.Globalization;
using Workflows.Expressions;
using Workflows.Rules.Catalog;
using Workflows.Rules.Compilation;
using Xunit.Abstractions;

namespace Workflows.Rules.Tests.Differential;

/// <summary>Random rule sets over records: the program in all its forms and the judge are of one mind.</summary>
public sealed class RecordDifferentialTests(ITestOutputHelper output)
{
    private const int RuleSets = 1100;
    private const int QuestionsEach = 4;

    private static readonly InputShape Shape = InputShape.Of(("shopper", typeof(Shopper)), ("now", typeof(DateTime)));

    [Fact]
    public void Texts_OverRecords_AllBind()
    {
        var wrong = Texts
            .Conditions.Concat(Texts.RecordConditions)
            .Concat(Texts.Values.Select(value => $"({value.Text}) == ({value.Text})"))
            .Select(text => text.Replace("§", "shopper.", StringComparison.Ordinal))
            .Select(text => (Text: text, RuleSetCompiler.Compile(RuleFiles.Of(text), Shape).Diagnostics))
            .Where(item => item.Diagnostics.Count > 0)
            .Select(item => $"{item.Text}: {item.Diagnostics[0].Message}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void Compiled_RandomRecords_AnswersAsTheJudge()
    {
        var culture = CultureInfo.CurrentCulture;
        var count = new DifferentialCount();
        try
        {
            for (var seed = 0; seed < RuleSets; seed++)
            {
                Ask(seed, count);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        output.WriteLine(count.ToString());
        Assert.True(count.Compiled > count.Judged * 9 / 10, count.ToString());
        Assert.True(count.Judged > count.Questions * 9 / 10, count.ToString());
        Assert.True(count.Faulted > count.Questions / 20, count.ToString());
    }

    private static void Ask(int seed, DifferentialCount count)
    {
        var random = new RandomQuestions(seed, isRecord: true);
        var question = new Question(seed, random.RuleSet());
        var typed = RuleSetCompiler.Compile(question.RuleSet, Shape).RuleSet?.For<Shopper, DateTime>();
        for (var index = 0; index < QuestionsEach; index++)
        {
            CultureInfo.CurrentCulture = random.Culture;
            var shopper = random.Shopper();
            RuleInput[] inputs = [new("shopper", shopper), new("now", RandomQuestions.Now)];
            if (question.Compare(inputs, count) is not { } answer || typed is null)
            {
                continue;
            }

            var expected = answer.Results.Select(result => result.IsSuccess).ToArray();
            var holds = new bool[expected.Length];
            typed.Matches(shopper, RandomQuestions.Now, holds);
            question.Check(expected.SequenceEqual(holds), "other matches", inputs);
            question.Check(
                Array.IndexOf(expected, true) == typed.FirstMatch(shopper, RandomQuestions.Now),
                "another first match",
                inputs
            );
        }
    }
}
