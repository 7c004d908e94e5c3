using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Tests.Hostile;
using Workflows.Rules.Catalog;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Validation;
using Workflows.Testing.Seeds;
using Xunit.Abstractions;

namespace Workflows.Rules.Tests.Fuzzing;

/// <summary>Any text gives rule sets or diagnostics, and rule sets without errors give an answer; a failure names the seed that repeats it.</summary>
public sealed class RuleDocumentFuzzTests(ITestOutputHelper output)
{
    private const int Texts = 20_000;
    private const int MostAsked = 300;

    private static readonly string[] Keys =
    [
        "WorkflowName",
        "Rules",
        "RuleName",
        "Expression",
        "GlobalParams",
        "LocalParams",
        "Name",
        "Operator",
        "Enabled",
        "SuccessEvent",
        "ErrorMessage",
        "Actions",
        "OnSuccess",
        "OnFailure",
        "Context",
        "WorkflowsToInject",
        "workflowName",
        "ruleName",
        "Properties",
        "RuleExpressionType",
        "more",
    ];

    private static readonly string[] Words =
    [
        "s",
        "r",
        "true",
        "false",
        "contact.PaidOrderCount > 1",
        "contact.City == \"x\"",
        "p + 1",
        "p",
        "And",
        "Or",
        "EvaluateRule",
        "OutputExpression",
        "LambdaExpression",
        "",
        "\"\".GetType()",
        "contact.City.Length > 2",
        "$(contact.City)",
        "1 +",
        "\0",
        "上",
    ];

    private static readonly string[] Known =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Hostile/rules.cases"))
            .Where(line =>
                line.Contains('⇒') && !line.Contains('×') && !line.StartsWith("//", StringComparison.Ordinal)
            )
            .Select(line => HostileText.Expand(line.Split('⇒')[0].Trim())),
        RuleFiles.LifecycleTiers,
    ];

    private readonly RulesEngineJudge _judge = new();
    private int _read;
    private int _asked;

    [Fact]
    public void AnyText_GivesRuleSetsOrDiagnostics()
    {
        Prop.ForAll(
                Gen.Frequency((3, Json(4).Select(value => JsonSerializer.Serialize(value))), (2, Damaged))
                    .ToArbitrary(),
                Check
            )
            .Check(TestSeed.Config.WithMaxTest(Texts).WithQuietOnSuccess(true));

        output.WriteLine($"{Texts} documents, {_read} could be read, {_asked} were asked");
        Assert.True(_read > Texts / 20 && _asked > 20, $"{_read} read, {_asked} asked");
    }

    private void Check(string text)
    {
        var reading = RuleSetReader.Read(text);
        Assert.Equal(reading.Succeeded, reading.Diagnostics.Count == 0);
        _read += reading.Succeeded ? 1 : 0;
        var diagnostics = RuleSetValidator.Validate(text, RuleFiles.Shape);
        if (
            !reading.Succeeded
            || _asked >= MostAsked
            || diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        )
        {
            return;
        }

        foreach (var ruleSet in reading.RuleSets)
        {
            _asked++;
            var judgement = _judge.Judge(
                ruleSet,
                [new RuleInput("contact", new Customer { City = "x" }), new RuleInput("now", DateTimeOffset.UnixEpoch)],
                reading.RuleSets
            );
            Assert.True(judgement.Answer is not null || judgement.Diagnostics.Count > 0);
        }
    }

    private static Gen<object?> Json(int depth) =>
        depth == 0
            ? Scalars
            : Gen.Frequency(
                (2, Scalars),
                (
                    5,
                    from count in Gen.Choose(0, 5)
                    from keys in Gen.Elements(Keys).ArrayOf(count)
                    from values in Json(depth - 1).ArrayOf(count)
                    select (object?)
                        keys.Zip(values)
                            .DistinctBy(pair => pair.First, StringComparer.Ordinal)
                            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
                ),
                (2, from items in Json(depth - 1).ArrayOf(2) select (object?)items),
                (3, RuleSets)
            );

    private static Gen<object?> Scalars =>
        Gen.Frequency(
            (6, Gen.Elements(Words).Select(object? (text) => text)),
            (2, Gen.Elements<object?>(true, false, null, 0, 1, -1, 1e300, long.MaxValue))
        );

    // Documents that are nearly right go further than those that are nothing.
    private static Gen<object?> RuleSets =>
        from expressions in Gen.Elements(Words).ArrayOf(2)
        from param in Gen.Elements(Words)
        from name in Gen.Elements("s", "t", "")
        from action in Gen.Elements(Words)
        select (object?)
            new
            {
                WorkflowName = name,
                GlobalParams = new[] { new { Name = "p", Expression = param } },
                Rules = expressions.Select(
                    (expression, index) =>
                        new
                        {
                            RuleName = $"r{index}",
                            Expression = expression,
                            ErrorMessage = action,
                        }
                ),
            };

    private static Gen<string> Damaged =>
        from text in Gen.Elements(Known)
        from other in Gen.Elements(Known)
        from at in Gen.Choose(0, text.Length)
        from length in Gen.Choose(0, Math.Min(20, text.Length - at))
        from kind in Gen.Choose(0, 3)
        from letter in Gen.Elements("{", "}", "[", "]", "\"", ",", ":", "\\", "1e999", "null", "\uD800", "\0")
        select kind switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, letter),
            2 => text[..at] + other[Math.Min(at, other.Length)..],
            _ => text.Insert(at, text.Substring(at, length)),
        };
}
