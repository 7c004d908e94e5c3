using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Expressions;
using Workflows.Rules.Compilation;
using Workflows.Rules.Model;
using Workflows.Testing.Seeds;

namespace Workflows.Rules.Tests.Compilation;

public sealed class RuleSetCompilerTests
{
    private static readonly DateTimeOffset Now = RandomRules.Now;

    [Fact]
    public void FirstMatch_LifecycleTiers_AllocatesNothing()
    {
        var rules = Lifecycle();
        var lapse = rules.Output<DateTimeOffset?>(1)!;
        var contact = new Customer
        {
            PaidOrderCount = 1,
            LastPaidAt = Now.AddDays(-3),
            JoinedAt = Now,
        };
        var holds = new bool[rules.Count];
        Assert.Equal(1, rules.FirstMatch(contact, Now));
        Assert.Equal(Now.AddDays(27).AddSeconds(1), lapse(contact, Now));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
        {
            rules.FirstMatch(contact, Now);
            rules.Matches(contact, Now, holds);
            lapse(contact, Now);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Matches_LifecycleTiers_ExactlyOneTierHoldsForAnyContact()
    {
        var rules = Lifecycle();
        var contacts =
            from orders in Gen.Choose(0, 12)
            from joined in Gen.Choose(0, 120 * 86400)
            from paid in Gen.Choose(0, 120 * 86400)
            from isWhole in Gen.Elements(true, false)
            let unit = isWhole ? 86400 : 1
            select new Customer
            {
                PaidOrderCount = orders,
                JoinedAt = Now.AddSeconds(-(joined / unit) * unit),
                LastPaidAt = orders == 0 ? null : Now.AddSeconds(-(paid / unit) * unit),
            };

        Prop.ForAll(
                contacts.ToArbitrary(),
                contact =>
                {
                    var holds = new bool[rules.Count];
                    return rules.Matches(contact, Now, holds) == 1
                        && Array.IndexOf(holds, true) == rules.FirstMatch(contact, Now)
                        && rules.FirstMatch(contact, Now) == Tier(contact);
                }
            )
            .Check(TestSeed.Config.WithMaxTest(5000).WithQuietOnSuccess(true));
    }

    [Fact]
    public void Output_SilentTier_IsNull()
    {
        var rules = Lifecycle();

        Assert.Null(rules.Output<DateTimeOffset?>(4)!(new Customer(), Now));
        Assert.Null(rules.Output<int>(0));
    }

    [Fact]
    public void Compile_RuleThatAsksAnother_Declines()
    {
        var context = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase)
        {
            ["workflowName"] = JsonSerializer.SerializeToElement("s"),
            ["ruleName"] = JsonSerializer.SerializeToElement("r1"),
        };
        var rules = RuleFiles.Of("true", "false");
        rules = rules with
        {
            Rules = [rules.Rules[0] with { OnSuccess = new(RuleAction.EvaluateRule, context) }, rules.Rules[1]],
        };

        var compilation = RuleSetCompiler.Compile(rules, RuleFiles.Shape);

        Assert.False(compilation.Succeeded);
        Assert.Contains("asks another rule", Assert.Single(compilation.Declined), StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_Mistakes_GivesAllDiagnostics()
    {
        var compilation = RuleSetCompiler.Compile(RuleFiles.Of("contact.Nope", "1 +"), RuleFiles.Shape);

        Assert.Equal(2, compilation.Diagnostics.Count);
        Assert.False(compilation.Succeeded);
    }

    [Fact]
    public void For_OtherTypes_Throws() =>
        Assert.Throws<InvalidOperationException>(() =>
            RuleSetCompiler.Compile(RuleFiles.Of("true"), RuleFiles.Shape).RuleSet!.For<string, DateTimeOffset>()
        );

    [Fact]
    public void Evaluate_RuleWithErrorMessage_FillsItIn()
    {
        var rules = RuleFiles.Of("false", "true");
        rules = rules with
        {
            Rules = [rules.Rules[0] with { ErrorMessage = "no $(contact.City), $(contact.Nope)" }, rules.Rules[1]],
        };
        var compiled = RuleSetCompiler.Compile(rules, RuleFiles.Shape).RuleSet!;

        var answer = compiled.Evaluate([new Customer { City = "上海" }, Now]);

        Assert.Equal(["no 上海, $(contact.Nope)", null], answer!.Results.Select(result => result.Message));
        Assert.Equal(1, compiled.FirstMatch([new Customer(), Now]));
    }

    [Fact]
    public void Evaluate_ParameterThatMayBeNullInOutput_LeavesItToTheJudge()
    {
        var context = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase)
        {
            ["expression"] = JsonSerializer.SerializeToElement("score == null ? 0 : 1"),
        };
        var rules = RuleFiles.Of("true");
        rules = rules with
        {
            GlobalParams = [new ScopedParam("score", "contact.Score")],
            Rules = [rules.Rules[0] with { OnSuccess = new(RuleAction.OutputExpression, context) }],
        };
        var compiled = RuleSetCompiler.Compile(rules, RuleFiles.Shape).RuleSet!;

        Assert.Null(compiled.Evaluate([new Customer { Score = 1 }, Now]));
        Assert.Equal(0, compiled.FirstMatch([new Customer { Score = 1 }, Now]));
    }

    [Fact]
    public void ForColumns_LifecycleTiers_AnswersAsForContacts()
    {
        var compiled = RuleSetCompiler.Compile(RuleFiles.Read(RuleFiles.LifecycleTiers), RuleFiles.Shape).RuleSet!;
        var typed = compiled.For<Customer, DateTimeOffset>();
        var columns = compiled.ForColumns()!;
        Customer[] contacts =
        [
            .. Enumerable
                .Range(0, 100)
                .Select(index => new Customer
                {
                    PaidOrderCount = index % 7,
                    JoinedAt = Now.AddDays(-index),
                    LastPaidAt = index % 3 == 0 ? null : Now.AddDays(-index),
                }),
        ];
        Array[] values =
        [
            .. columns.Columns.Select(column =>
            {
                var array = Array.CreateInstance(column.Type, contacts.Length);
                for (var row = 0; row < contacts.Length; row++)
                {
                    var member = typeof(Customer).GetProperty(column.Name);
                    array.SetValue(member is null ? Now : member.GetValue(contacts[row]), row);
                }

                return array;
            }),
        ];
        var rules = new int[contacts.Length];

        columns.FirstMatch(values, rules);

        Assert.Equal(contacts.Select(contact => typed.FirstMatch(contact, Now)), rules);
        Assert.Throws<ArgumentException>(() => columns.FirstMatch(values[1..], new int[1]));
        Assert.Throws<ArgumentException>(() => columns.FirstMatch(values, new int[contacts.Length + 1]));
    }

    [Fact]
    public void Compile_SingleInput_MembersNeedNoName()
    {
        var compiled = RuleSetCompiler
            .Compile(RuleFiles.Of("PaidOrderCount > 2"), InputShape.Of(("contact", typeof(Customer))))
            .RuleSet!;

        Assert.Equal(0, compiled.FirstMatch([new Customer { PaidOrderCount = 3 }]));
    }

    // The tiers as one would write them by hand, for comparison.
    private static int Tier(Customer contact) =>
        contact.PaidOrderCount switch
        {
            0 when contact.JoinedAt.AddDays(30) >= Now => 0,
            1 when contact.LastPaidAt!.Value.AddDays(30) >= Now => 1,
            >= 2 and <= 4 when contact.LastPaidAt!.Value.AddDays(60) >= Now => 2,
            >= 5 when contact.LastPaidAt!.Value.AddDays(60) >= Now => 3,
            _ => 4,
        };

    private static TypedRuleSet<Customer, DateTimeOffset> Lifecycle()
    {
        var rules = RuleSetCompiler
            .Compile(RuleFiles.Read(RuleFiles.LifecycleTiers), RuleFiles.Shape)
            .RuleSet!.For<Customer, DateTimeOffset>();
        rules.Warm();
        return rules;
    }
}
