using System.Dynamic;
using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;

namespace Workflows.Rules.Tests.Judging;

public sealed class RulesEngineJudgeTests
{
    private static readonly DateTimeOffset Now = new(2021, 3, 31, 0, 0, 0, TimeSpan.FromHours(8));
    private readonly RulesEngineJudge _judge = new();

    [Fact]
    public void Judge_TypedInput_SaysWhichRulesHold()
    {
        var answer = Answer(RuleFiles.Of("contact.PaidOrderCount == 1", "contact.PaidOrderCount > 1"), Paid(1, Now));

        Assert.Equal([true, false], answer.Results.Select(result => result.IsSuccess));
        Assert.Equal("r0", answer.First!.SuccessEvent);
    }

    [Fact]
    public void Judge_LifecycleTiers_GivesTierAndLapse()
    {
        var answer = Answer(RuleFiles.Read(RuleFiles.LifecycleTiers), Paid(1, Now.AddDays(-30)));

        Assert.Equal("first", answer.First!.SuccessEvent);
        Assert.Equal(Now.AddSeconds(1), answer.First.Output);
    }

    [Theory]
    [InlineData("""{"joinedAt":"2021-03-01T00:00:00+08:00","paidOrderCount":0,"lastPaidAt":null}""", "new")]
    [InlineData("""{"joinedAt":"2021-02-28T00:00:00+08:00","paidOrderCount":0,"lastPaidAt":null}""", "silent")]
    [InlineData(
        """{"joinedAt":"2021-01-01T00:00:00+08:00","paidOrderCount":1,"lastPaidAt":"2021-03-01T00:00:00+08:00"}""",
        "first"
    )]
    [InlineData(
        """{"JoinedAt":"2020-01-01T00:00:00+08:00","PaidOrderCount":3,"LastPaidAt":"2021-03-30T16:00:00Z"}""",
        "repeat"
    )]
    public void Judge_JsonInput_TypesDatesAndNullsByTheRules(string contact, string tier)
    {
        using var json = JsonDocument.Parse(contact);
        using var now = JsonDocument.Parse("\"2021-03-31T00:00:00+08:00\"");
        var judgement = _judge.Judge(
            RuleFiles.Read(RuleFiles.LifecycleTiers),
            [new RuleInput("contact", json.RootElement), new RuleInput("now", now.RootElement)]
        );

        Assert.Empty(judgement.Diagnostics);
        Assert.Equal(tier, judgement.Answer!.First!.SuccessEvent);
    }

    [Theory]
    [InlineData("""{"joinedAt":"2021-03-01T00:00:00+08:00","paidOrderCount":0}""", "new")]
    [InlineData("""{"joinedAt":"2021-03-01T00:00:00+08:00"}""", null)]
    [InlineData("""{"joinedAt":"2021-03-01T00:00:00+08:00","orders":0}""", null)]
    public void Judge_JsonWithKnownShape_MayLeaveOutWhatMayBeEmpty(string contact, string? tier)
    {
        using var json = JsonDocument.Parse(contact);

        var judgement = _judge
            .Prepare(RuleFiles.Read(RuleFiles.LifecycleTiers))
            .Judge([new RuleInput("contact", json.RootElement), new RuleInput("now", Now)], RuleFiles.Shape);

        Assert.Equal(tier, judgement.Answer?.First?.SuccessEvent);
        Assert.Equal(tier is null, judgement.Diagnostics.Count > 0);
    }

    [Fact]
    public void Judge_JsonDate_HasTheMembersOfAnInstant()
    {
        using var json = JsonDocument.Parse(
            """{"contact":{"lastPaidAt":"2021-03-01T00:00:00+08:00"},"now":"2021-03-31T00:00:00+08:00"}"""
        );
        RuleInput[] inputs =
        [
            .. json.RootElement.EnumerateObject().Select(input => new RuleInput(input.Name, input.Value)),
        ];

        var judgement = _judge.Judge(RuleFiles.Of("now <= contact.LastPaidAt.AddDays(30)"), inputs);

        Assert.True(judgement.Answer!.Results[0].IsSuccess);
    }

    [Fact]
    public void Judge_JsonObjectsInList_AreTypedByAllOfThem()
    {
        using var json = JsonDocument.Parse("""{"lines":[{"qty":1},{"qty":2.5,"gift":true},{"qty":null}]}""");

        var judgement = _judge.Judge(
            RuleFiles.Of("order.lines.Any(qty > 2)", "order.lines.Count(gift == true) == 1"),
            [new RuleInput("order", json.RootElement)]
        );

        Assert.Empty(judgement.Diagnostics);
        Assert.All(judgement.Answer!.Results, result => Assert.True(result.IsSuccess));
    }

    [Fact]
    public void Judge_ExpandoAndDictionary_AreTypedByTheirValues()
    {
        dynamic expando = new ExpandoObject();
        expando.Count = 3;
        var dictionary = new Dictionary<string, object>
        {
            ["Name"] = "Ada",
            ["Inner"] = new Dictionary<string, object> { ["X"] = 1 },
        };

        var judgement = _judge.Judge(
            RuleFiles.Of("a.count == 3", "b.Name == \"Ada\" and b.Inner.X == 1"),
            [new RuleInput("a", expando), new RuleInput("b", dictionary)]
        );

        Assert.All(judgement.Answer!.Results, result => Assert.True(result.IsSuccess));
    }

    [Fact]
    public void Judge_AuthorsMistake_IsDiagnosticAndNoAnswer()
    {
        var judgement = _judge.Judge(
            RuleFiles.Of("contact.PaidOrders == 1", "contact.PaidOrderCount == \"x\"", "true"),
            [new RuleInput("contact", new Customer())]
        );

        Assert.Null(judgement.Answer);
        Assert.Equal(
            ["$.Rules[0].Expression", "$.Rules[1].Expression"],
            judgement.Diagnostics.Select(found => found.Path)
        );
    }

    [Fact]
    public void Judge_RunTimeError_IsReportedOnItsResultOnly()
    {
        var answer = Answer(RuleFiles.Of("contact.City.Length > 3", "true"), new Customer());

        Assert.False(answer.Results[0].IsSuccess);
        Assert.True(answer.Results[0].IsFaulted);
        Assert.Contains("Object reference", answer.Results[0].Message, StringComparison.Ordinal);
        Assert.True(answer.Results[1].IsSuccess);
        Assert.False(answer.Results[1].IsFaulted);
    }

    [Fact]
    public void Judge_FailingOutput_LeavesTheRuleHolding()
    {
        var rule = new Rule
        {
            Name = "r",
            Expression = "true",
            OnSuccess = Output("contact.LastPaidAt.Value"),
        };

        var result = Answer(new RuleSet { Name = "s", Rules = [rule] }, new Customer()).Results[0];

        Assert.True(result.IsSuccess);
        Assert.True(result.IsFaulted);
        Assert.Null(result.Output);
        Assert.Contains("Nullable object must have a value", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_ErrorMessage_IsFilledIn()
    {
        var rule = new Rule
        {
            Name = "r",
            Expression = "limit > 5",
            ErrorMessage = "limit is $(limit)",
            LocalParams = [new("limit", "2 + 1")],
        };

        var result = Answer(new RuleSet { Name = "s", Rules = [rule] }, new Customer()).Results[0];

        Assert.Equal("limit is 3", result.Message);
        Assert.False(result.IsFaulted);
    }

    [Fact]
    public void Judge_NestedRules_GiveATree()
    {
        var answer = Answer(
            RuleFiles.Read(
                """
                {"WorkflowName":"s","GlobalParams":[{"Name":"min","Expression":"2"}],"Rules":[{"RuleName":"p","Operator":"Or","SuccessEvent":"P","Rules":[
                  {"RuleName":"a","Expression":"contact.PaidOrderCount >= min"},{"RuleName":"b","Expression":"true","SuccessEvent":"B"}]}]}
                """
            ),
            new Customer()
        );

        Assert.Equal("P", answer.First!.SuccessEvent);
        Assert.Equal([null, "B"], answer.First.Children.Select(child => child.SuccessEvent));
    }

    [Fact]
    public void Judge_IncludedAndAskedRules_AreFoundInOthers()
    {
        var other = RuleFiles.Of("contact.PaidOrderCount == 0") with { Name = "other" };
        other = other with { Rules = [other.Rules[0] with { OnSuccess = Output("contact.PaidOrderCount + 100") }] };
        var asking = new Rule
        {
            Name = "ask",
            Expression = "true",
            OnSuccess = Ask("other", "r0"),
        };

        var judgement = _judge.Judge(
            new RuleSet
            {
                Name = "s",
                Rules = [asking],
                Includes = ["other"],
            },
            [new RuleInput("contact", new Customer())],
            [other]
        );

        Assert.Empty(judgement.Diagnostics);
        Assert.Equal(["ask", "r0"], judgement.Answer!.Results.Select(result => result.Rule));
        Assert.All(judgement.Answer.Results, result => Assert.Equal(100, result.Output));
    }

    [Theory]
    [InlineData("\"\".GetType().Assembly != null")]
    [InlineData("contact.GetType().Name == \"x\"")]
    [InlineData("System.IO.File.Exists(\"/etc/passwd\")")]
    [InlineData("Environment.MachineName != null")]
    [InlineData("Activator.CreateInstance(\"x\") != null")]
    [InlineData("Type.GetType(\"System.IO.File\") != null")]
    [InlineData("as(contact, \"System.Object\") != null")]
    [InlineData("DateTime.Now > DateTime.MinValue")]
    [InlineData("Guid.NewGuid() != null")]
    public void Judge_ForbiddenMember_NeverReachesTheEngine(string expression)
    {
        var rule = new Rule { Name = "r", Expression = "true" };
        RuleSet[] places =
        [
            RuleFiles.Of(expression),
            new()
            {
                Name = "s",
                Rules = [rule],
                GlobalParams = [new("p", expression)],
            },
            new() { Name = "s", Rules = [rule with { LocalParams = [new("p", expression)] }] },
            new() { Name = "s", Rules = [rule with { OnSuccess = Output(expression) }] },
            new() { Name = "s", Rules = [rule with { OnFailure = Output(expression) }] },
            new()
            {
                Name = "s",
                Rules =
                [
                    new()
                    {
                        Name = "p",
                        Operator = "And",
                        Rules = [rule with { Expression = expression }],
                    },
                ],
            },
        ];

        foreach (var place in places)
        {
            var judgement = _judge.Judge(place, [new RuleInput("contact", new Customer())]);

            Assert.Null(judgement.Answer);
            Assert.Contains(judgement.Diagnostics, found => found.Code.StartsWith("EXP", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Judge_ForbiddenMemberInAskedRuleOrItsInputs_NeverReachesTheEngine()
    {
        const string Forbidden = "contact.GetType().Name";
        var other = RuleFiles.Of("true") with { Name = "other" };
        var evil = other with { Rules = [other.Rules[0] with { OnSuccess = Output(Forbidden) }] };
        var plain = Ask("other", "r0");
        var additional = plain with
        {
            Context = new Dictionary<string, JsonElement>(plain.Context, StringComparer.OrdinalIgnoreCase)
            {
                ["additionalInputs"] = JsonSerializer.SerializeToElement(
                    new[] { new { Name = "x", Expression = Forbidden } }
                ),
            },
        };

        Assert.Null(AskOther(plain, evil).Answer);
        Assert.Null(AskOther(additional, other).Answer);
        Assert.NotNull(AskOther(plain, other).Answer);

        RuleSetJudgement AskOther(RuleAction action, RuleSet asked) =>
            _judge.Judge(
                new RuleSet
                {
                    Name = "s",
                    Rules =
                    [
                        new()
                        {
                            Name = "r",
                            Expression = "true",
                            OnSuccess = action,
                        },
                    ],
                },
                [new RuleInput("contact", new Customer())],
                [asked]
            );
    }

    [Fact]
    public void Judge_TypesOfOneName_DoNotMeet()
    {
        var rules = RuleFiles.Of("x.Value == 1");

        var first = _judge.Judge(rules, [new RuleInput("x", new First.Same { Value = 1 })]);
        var second = _judge.Judge(rules, [new RuleInput("x", new Second.Same { Value = 1 })]);

        Assert.True(first.Answer!.Results[0].IsSuccess);
        Assert.True(second.Answer!.Results[0].IsSuccess);
    }

    [Fact]
    public async Task Judge_FromManyThreads_GivesEachItsAnswer()
    {
        var rules = RuleFiles.Read(RuleFiles.LifecycleTiers);
        var tasks = Enumerable
            .Range(0, 8)
            .Select(worker =>
                Task.Run(() =>
                {
                    for (var round = 0; round < 200; round++)
                    {
                        var orders = (worker + round) % 7;
                        var expected = orders switch
                        {
                            0 => "new",
                            1 => "first",
                            <= 4 => "repeat",
                            _ => "loyal",
                        };
                        Assert.Equal(expected, Answer(rules, Paid(orders, Now.AddDays(-1))).First!.SuccessEvent);
                    }
                })
            );

        await Task.WhenAll(tasks);
    }

    private RuleSetAnswer Answer(RuleSet rules, Customer contact)
    {
        var judgement = _judge.Judge(rules, [new RuleInput("contact", contact), new RuleInput("now", Now)]);
        Assert.DoesNotContain(judgement.Diagnostics, found => found.Severity == DiagnosticSeverity.Error);
        return judgement.Answer!;
    }

    private static Customer Paid(int orders, DateTimeOffset last) =>
        new()
        {
            JoinedAt = Now.AddDays(-10),
            PaidOrderCount = orders,
            LastPaidAt = orders == 0 ? null : last,
        };

    private static RuleAction Output(string expression) =>
        new(RuleAction.OutputExpression, Settings(("Expression", expression)));

    private static RuleAction Ask(string ruleSet, string rule) =>
        new(RuleAction.EvaluateRule, Settings(("workflowName", ruleSet), ("ruleName", rule)));

    private static Dictionary<string, JsonElement> Settings(params (string Key, string Value)[] settings) =>
        settings.ToDictionary(
            setting => setting.Key,
            setting => JsonSerializer.SerializeToElement(setting.Value),
            StringComparer.OrdinalIgnoreCase
        );

    private static class First
    {
        public sealed class Same
        {
            public int Value { get; init; }
        }
    }

    private static class Second
    {
        public sealed class Same
        {
            public decimal Value { get; init; }
        }
    }
}
