using System.Globalization;
using Workflows.Rules.Model;

namespace Workflows.Storage.Tests.Segments;

/// <summary>Writes rule sets that use every member, operator and function a segment can be asked with, and some it cannot translate.</summary>
internal sealed class RandomRules(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _conditions = [];
    private readonly List<string> _numbers = [];

    public RuleSet Next()
    {
        _conditions.Clear();
        _numbers.Clear();
        return new RuleSet
        {
            Name = "random",
            GlobalParams = [.. Enumerable.Range(0, _random.Next(4)).Select(index => Param($"p{index}"))],
            Rules = [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(index => Rule($"r{index}", 0))],
        };
    }

    private Rule Rule(string name, int depth)
    {
        var (conditions, numbers) = (_conditions.Count, _numbers.Count);
        ScopedParam[] locals = _random.Next(4) == 0 ? [Param($"l{name}")] : [];
        var rule =
            depth < 2 && _random.Next(6) == 0
                ? new Rule
                {
                    Name = name,
                    Operator = Pick("And", "Or"),
                    LocalParams = locals,
                    Rules = [Rule($"{name}a", depth + 1), Rule($"{name}b", depth + 1)],
                }
                : new Rule
                {
                    Name = name,
                    LocalParams = locals,
                    Expression = Condition(3),
                };
        _conditions.RemoveRange(conditions, _conditions.Count - conditions);
        _numbers.RemoveRange(numbers, _numbers.Count - numbers);
        return rule;
    }

    private ScopedParam Param(string name)
    {
        if (_random.Next(2) == 0)
        {
            var condition = new ScopedParam(name, Condition(1));
            _conditions.Add(name);
            return condition;
        }

        var number = new ScopedParam(name, Pick(Whole(1), Digits(5)));
        _numbers.Add(name);
        return number;
    }

    private string Condition(int depth) =>
        depth == 0
            ? Leaf()
            : _random.Next(9) switch
            {
                0 or 1 => $"({Condition(depth - 1)} and {Condition(depth - 1)})",
                2 or 3 => $"({Condition(depth - 1)} or {Condition(depth - 1)})",
                4 => $"not ({Condition(depth - 1)})",
                5 => $"iif({Condition(depth - 1)}, {Leaf()}, {Leaf()})",
                _ => Leaf(),
            };

    private string Leaf() =>
        (_random.Next(27) is var kind && kind < 26 ? kind % 13 : 13) switch
        {
            0 => $"{Whole(2)} {Compare()} {Whole(1)}",
            1 => $"contact.LastPaidAt {Compare()} {Moment()}",
            2 => LastPaid(),
            3 => $"contact.JoinedAt {Compare()} {Pick(Moment(), "contact.LastPaidAt")}",
            4 => Spans(),
            5 => Tags(),
            6 => Amounts(),
            7 => City(),
            8 => Pick(
                "contact.Flag(\"member\") == true",
                "contact.Flag(\"member\") != false",
                "contact.Flag(\"age\") == null",
                "contact.Has(\"age\")",
                "contact.Attributes.ContainsKey(\"city\")",
                "contact.Text(\"消费 等级\") == \"高\""
            ),
            9 => Names(),
            10 => Orders(),
            11 => Events(),
            12 when _conditions.Count > 0 => Pick([.. _conditions]),
            12 => "true",
            _ => Untranslatable(),
        };

    private string Whole(int depth) =>
        depth == 0
            ? Digits(6)
            : _random.Next(9) switch
            {
                0 or 1 => "contact.PaidOrderCount",
                2 => "orders.Count()",
                3 => $"({Whole(depth - 1)} {Pick("+", "-", "*", "/", "%")} {Whole(depth - 1)})",
                4 => $"(contact.PaidOrderCount {Pick("+", "*", "-")} {Pick("2147483647", "2", "1")})",
                5 => $"events.Count({EventTest()})",
                6 => $"orders.Count({OrderTest()})",
                7 when _numbers.Count > 0 => Pick([.. _numbers]),
                7 => $"contact.PaidOrderCount / {Pick("orders.Count()", "(0 - 1)", "2")}",
                _ => Digits(6),
            };

    private string LastPaid() =>
        Pick(
            "contact.LastPaidAt == null",
            "contact.LastPaidAt != null",
            "contact.LastPaidAt.HasValue",
            $"contact.LastPaidAt.Value {Compare()} {Moment()}",
            $"contact.LastPaidAt.Value.AddDays({Digits(60)}) {Compare()} now",
            $"contact.JoinedAt.AddHours(-{Digits(900)}.5) {Compare()} contact.LastPaidAt",
            $"contact.JoinedAt.AddDays({Pick("30", "-30")}) {Compare()} now"
        );

    private string Spans() =>
        Pick(
            $"now.Subtract(contact.JoinedAt).TotalDays {Compare()} {Digits(90)}.25",
            $"now.Subtract(contact.JoinedAt).Days {Compare()} {Digits(90)}",
            $"now.Subtract(contact.LastPaidAt.Value).TotalHours {Compare()} {Digits(900)}",
            $"contact.JoinedAt.Subtract(now).TotalMinutes {Compare()} -30",
            $"contact.LastPaidAt.Value.Subtract(contact.JoinedAt).Days % 7 {Compare()} {Digits(7)}"
        );

    private string Tags() =>
        _random.Next(5) switch
        {
            0 => $"contact.Tags.Count {Compare()} {Digits(3)}",
            1 => "contact.Tags.Any()",
            _ => $"contact.Tags.Contains({Quote(Pick(RandomContacts.Tags))})",
        };

    private string Amounts() =>
        Pick(
            $"contact.PaidAmount {Compare()} {Money()}",
            $"contact.Number(\"age\") {Compare()} {Money()}",
            $"contact.Number(\"age\") {Compare()} {Digits(40)}",
            $"(contact.Number(\"age\") ?? 0) {Compare()} {Digits(40)}",
            $"contact.Number(\"age\").Value {Compare()} {Digits(40)}",
            "contact.Number(\"age\") == contact.PaidOrderCount",
            $"contact.PaidOrderCount {Compare()} 2.5"
        );

    private string City()
    {
        var text = Quote(Pick(RandomContacts.Texts));
        return Pick(
            $"contact.Text(\"city\") == {text}",
            $"contact.Text(\"city\") != {text}",
            "contact.Text(\"city\") == null",
            $"contact.Text(\"city\").Contains({text})",
            $"contact.Text(\"city\").StartsWith({text}, StringComparison.Ordinal)",
            $"contact.Text(\"city\").EndsWith({text}, StringComparison.Ordinal)",
            $"contact.Text(\"city\").Equals({text})",
            "string.IsNullOrEmpty(contact.Text(\"city\"))"
        );
    }

    private string Names() =>
        Pick(
            "contact.Identity(\"phone\") != null",
            "contact.Identity(\"phone\").StartsWith(\"138\", StringComparison.Ordinal)",
            "contact.Identity(\"openid\") == null",
            "contact.Identity(\"phone\") == \"13900000007\"",
            "contact.Identity(\"nothing\") == contact.Identity(\"openid\")"
        );

    private string Orders() =>
        Pick(
            $"orders.Any({OrderTest()})",
            $"orders.All({OrderTest()})",
            $"orders.Count({OrderTest()}) {Compare()} {Digits(3)}",
            $"orders.Sum(it.Amount) {Compare()} {Money()}",
            $"orders.Where({OrderTest()}).Sum(it.Amount) {Compare()} {Money()}",
            $"orders.Sum(it.Quantity) {Compare()} {Digits(20)}",
            $"orders.Max(it.PaidAt) {Compare()} {Moment()}",
            $"orders.Min(it.Amount) {Compare()} {Money()}",
            $"orders.Where({OrderTest()}).Max(it.Quantity) {Compare()} {Digits(5)}",
            "orders.Any()"
        );

    private string Events() =>
        Pick(
            $"events.Any({EventTest()})",
            $"events.All({EventTest()})",
            $"events.Where({EventTest()}).Count({EventTest()}) {Compare()} {Digits(3)}",
            $"events.Max(it.At) {Compare()} {Moment()}"
        );

    private string OrderTest() =>
        Pick(
            $"it.PaidAt {Compare()} {Moment()}",
            $"it.Quantity {Compare()} {Digits(4)}",
            $"it.Amount {Compare()} {Money()}",
            $"it.PaidAt >= now.AddDays(-90) and it.Quantity * 2 {Compare()} {Digits(9)}",
            "it.PaidAt == contact.LastPaidAt"
        );

    private string EventTest() =>
        Pick(
            $"it.Type == {Quote(Pick(RandomContacts.Types))} and it.At {Compare()} {Moment()}",
            $"it.Type == {Quote(Pick(RandomContacts.Types))}",
            $"it.Source != \"shop\" or it.At {Compare()} contact.JoinedAt",
            "it.Type.Contains(\"order\")"
        );

    private string Untranslatable() =>
        Pick(
            $"contact.Text(\"city\").Length {Compare()} {Digits(9)}",
            "contact.Text(\"city\").ToLower() == \"istanbul\"",
            "contact.Text(\"city\").ToUpper().StartsWith(\"I\")",
            $"contact.PaidAmount / contact.PaidOrderCount {Compare()} {Money()}",
            "contact.JoinedAt.Year == 2026",
            "Convert.ToString(contact.Attributes[\"city\"]) == \"30\"",
            $"orders.Average(it.Amount) {Compare()} {Money()}",
            "contact.Text(\"city\") > \"M\"",
            "orders.Any(it.PaidAt > contact.LastPaidAt.Value)",
            "contact.Text(\"city\").Trim() == \"padded\""
        );

    private string Moment() =>
        _random.Next(6) == 0 ? "now" : $"now.AddDays(-{Pick("30", "60", "7", "90", "0", "30.5")})";

    private string Money() => Pick("500", "500.0", "499.99", "0", "30.5", "1000.000001", "0.1");

    private string Compare() => Pick(">", ">=", "<", "<=", "==", "!=");

    private string Digits(int below) => _random.Next(below).ToString(CultureInfo.InvariantCulture);

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private string Pick(params string[] values) => values[_random.Next(values.Length)];
}
