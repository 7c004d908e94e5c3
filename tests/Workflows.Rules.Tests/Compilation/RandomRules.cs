using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Rules.Model;

namespace Workflows.Rules.Tests.Compilation;

/// <summary>Random rule sets over a contact: every operator, nulls, things that fail at run time, and mistakes of type.</summary>
internal static class RandomRules
{
    public static readonly DateTimeOffset Now = new(2021, 3, 31, 0, 0, 0, TimeSpan.FromHours(8));

    public static Gen<RuleSet> RuleSets { get; } =
        from globals in Params("g", [], 3)
        from rules in Rules([.. globals.Select(param => param.Name)], depth: 1)
        select new RuleSet
        {
            Name = "s",
            GlobalParams = globals,
            Rules = [.. rules.Select((rule, index) => rule with { Name = $"r{index}" })],
        };

    public static Gen<Customer> Customers { get; } =
        from orders in Gen.Elements(0, 1, 2, 4, 5, 100)
        from joined in Instants
        from paid in Optional(Instants)
        from amount in Gen.Elements(0m, 0.01m, 99.5m, 100m, -1m)
        from city in Gen.Elements(null, "", "Shanghai", "shanghai", "上海")
        from score in Gen.Elements<double?>(null, 0d, 1.5, -2, double.NaN)
        select new Customer
        {
            PaidOrderCount = orders,
            JoinedAt = joined,
            LastPaidAt = paid,
            PaidAmount = amount,
            City = city,
            Score = score,
        };

    private static Gen<DateTimeOffset> Instants =>
        from days in Gen.Elements(0, 1, 30, 60, 400)
        from seconds in Gen.Elements(-1, 0, 1)
        from hours in Gen.Elements(0, 8)
        select Now.AddDays(-days).AddSeconds(seconds).ToOffset(TimeSpan.FromHours(hours));

    private static Gen<DateTimeOffset?> Optional(Gen<DateTimeOffset> gen) =>
        from value in gen
        from isThere in Gen.Elements(true, true, false)
        select isThere ? value : (DateTimeOffset?)null;

    private static Gen<List<Rule>> Rules(string[] names, int depth) =>
        from count in Gen.Choose(1, 3)
        from rules in Gen.ListOf(RuleOf(names, depth), count)
        select rules.Select((rule, index) => rule with { Name = $"n{index}" }).ToList();

    private static Gen<Rule> RuleOf(string[] names, int depth) =>
        from locals in Params("l", names, 1)
        let known = (string[])[.. names, .. locals.Select(param => param.Name)]
        from isNested in Gen.Elements(false, false, depth < 3)
        from condition in Condition(known, 2)
        from children in isNested ? Rules(known, depth + 1) : Gen.Constant(new List<Rule>())
        from operation in Gen.Elements("And", "Or", "AndAlso", "OrElse")
        from isEnabled in Gen.Elements(true, true, true, false)
        from output in Gen.OneOf(Gen.Constant(""), Value(known), Gen.Constant("contact.LastPaidAt.Value.AddDays(2)"))
        select new Rule
        {
            Name = "n",
            Enabled = isEnabled,
            LocalParams = locals,
            Expression = isNested ? null : condition,
            Operator = isNested ? operation : null,
            Rules = children,
            SuccessEvent = output.Length % 2 == 0 ? null : $"e{output.Length}",
            OnSuccess = output.Length == 0 ? null : new RuleAction(RuleAction.OutputExpression, Context(output)),
        };

    private static Dictionary<string, JsonElement> Context(string expression) =>
        new(StringComparer.OrdinalIgnoreCase) { ["Expression"] = JsonSerializer.SerializeToElement(expression) };

    // The name tells the type: "n…" is a number, "b…" is true or false.
    private static Gen<List<ScopedParam>> Params(string prefix, string[] names, int most) =>
        from count in Gen.Choose(0, most)
        from values in Gen.ListOf(
            Gen.OneOf(
                Gen.Elements("1", "2 + 3 * 4", "60", "-5").Select(text => (Kind: "n", Text: text)),
                Value(names).Select(text => (Kind: "n", Text: text)),
                Condition(names, 1).Select(text => (Kind: "b", Text: text))
            ),
            count
        )
        select values
            .Select((value, index) => new ScopedParam($"{value.Kind}{prefix}{names.Length + index}", value.Text))
            .ToList();

    private static Gen<string> Condition(string[] names, int depth) =>
        depth == 0
            ? Atom(names)
            : Gen.OneOf(
                Atom(names),
                from left in Condition(names, depth - 1)
                from word in Gen.Elements("and", "or", "&&", "||", "AndAlso", "OrElse", "==", "!=")
                from right in Condition(names, depth - 1)
                select $"({left}) {word} ({right})",
                from inner in Condition(names, depth - 1)
                from word in Gen.Elements("not", "!")
                select $"{word} ({inner})",
                from test in Condition(names, depth - 1)
                from yes in Condition(names, depth - 1)
                from no in Condition(names, depth - 1)
                select $"(({test}) ? ({yes}) : ({no}))"
            );

    private static Gen<string> Atom(string[] names) =>
        Gen.OneOf(
            from left in Value(names)
            from word in Gen.Elements("==", "!=", "<", "<=", ">", ">=", "=", "<>")
            from right in Value(names)
            select $"{left} {word} {right}",
            Gen.Elements(
                "contact.City == \"Shanghai\"",
                "contact.City != null",
                "contact.City == null",
                "contact.City.Length > 3",
                "contact.City.StartsWith(\"S\")",
                "contact.City.ToLower() == \"shanghai\"",
                "string.IsNullOrEmpty(contact.City)",
                "np(contact.City.Length) > 2",
                "np(contact.City.Length, 0) > 2",
                "contact.City in (\"Shanghai\", \"上海\")",
                "contact.City + \"!\" == \"上海!\"",
                "contact.City > \"S\"",
                "(contact.City ?? \"none\") == \"none\"",
                "contact.PaidOrderCount in (1, 2, 5)",
                "contact.LastPaidAt == null",
                "contact.LastPaidAt.HasValue",
                "contact.LastPaidAt >= now.AddDays(-60)",
                "contact.LastPaidAt.Value.AddDays(30) < now",
                "contact.JoinedAt <= contact.LastPaidAt",
                "(now - contact.JoinedAt).TotalDays <= 30",
                "contact.JoinedAt.Year == 2021",
                "contact.Score.Value > 1",
                "true"
            ),
            Gen.Frequency((9, Gen.Constant("false")), (1, Gen.Elements("contact.Nope == 1", "contact.City == 1", "1"))),
            Known(names, 'b', "false")
        );

    private static Gen<string> Value(string[] names) =>
        Gen.OneOf(
            Gen.Elements("0", "1", "2", "100", "-1", "1.5", "99.5M"),
            Gen.Elements("contact.PaidOrderCount", "contact.PaidAmount", "contact.Score", "contact.JoinedAt.Day"),
            Gen.Elements("Math.Abs(contact.PaidOrderCount - 3)", "Math.Round(contact.PaidAmount)", "Math.Max(2, 7)"),
            Known(names, 'n', "7"),
            from left in Gen.Elements("contact.PaidOrderCount", "contact.PaidAmount", "10", "contact.Score")
            from word in Gen.Elements("+", "-", "*", "/", "%")
            from right in Gen.Elements("contact.PaidOrderCount", "2", "0", "1.5", "contact.PaidAmount")
            select $"({left} {word} {right})"
        );

    private static Gen<string> Known(string[] names, char kind, string otherwise) =>
        names.Where(name => name[0] == kind).ToArray() is { Length: > 0 } known
            ? Gen.Elements(known)
            : Gen.Constant(otherwise);
}
