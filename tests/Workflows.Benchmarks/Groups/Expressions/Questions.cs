using System.Dynamic;
using System.Globalization;
using System.Text.Json;
using Workflows.Marketing.Contacts;
using Workflows.Rules.Json;
using Workflows.Rules.Model;

namespace Workflows.Benchmarks.Groups.Expressions;

/// <summary>The rules that are asked, the things they are asked about, and the same predicates written by hand.</summary>
internal static class Questions
{
    public const int Inputs = 64;
    private const int Seed = 1;

    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Shopper[] Shoppers { get; } =
        Some((orders, days) => new Shopper { Orders30d = orders, LastOrderDays = days });

    public static IDictionary<string, object?>[] Dictionaries { get; } =
        Some(
            (orders, days) =>
                (IDictionary<string, object?>)
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        ["Orders30d"] = orders,
                        ["LastOrderDays"] = days,
                    }
        );

    public static ExpandoObject[] Expandos { get; } =
        Some(
            (orders, days) =>
            {
                var expando = new ExpandoObject();
                IDictionary<string, object?> members = expando;
                members["Orders30d"] = orders;
                members["LastOrderDays"] = days;
                return expando;
            }
        );

    public static Contact[] Contacts { get; } =
        Some(
            (orders, days) =>
                new Contact(
                    new ContactState(new Guid(orders, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), Now.AddDays(-days))
                    {
                        PaidOrderCount = orders,
                        PaidAmount = days,
                    }
                )
        );

    /// <summary>A rule set about shoppers and dictionaries.</summary>
    public static RuleSet RuleSet(int rules) =>
        RuleSet(
            rules,
            rule => Invariant($"input1.Orders30d >= {Least(rule)} AND input1.LastOrderDays <= {Most(rule)}")
        );

    /// <summary>A rule set of the same kind about contacts.</summary>
    public static RuleSet ContactRuleSet(int rules) =>
        RuleSet(
            rules,
            rule => Invariant($"input1.PaidOrderCount >= {Least(rule)} AND input1.PaidAmount <= {Most(rule)}M")
        );

    public static Func<Shopper, bool>[] ByHand(int rules) => [.. Enumerable.Range(0, rules).Select(ByHandOne)];

    public static Func<Contact, bool>[] ContactsByHand(int rules) =>
        [.. Enumerable.Range(0, rules).Select(ContactByHandOne)];

    public static RuleSet Read(string json) => RuleSetReader.Read(json).RuleSets![0];

    private static Func<Shopper, bool> ByHandOne(int rule)
    {
        var (least, most) = (Least(rule), Most(rule));
        return shopper => shopper.Orders30d >= least && shopper.LastOrderDays <= most;
    }

    private static Func<Contact, bool> ContactByHandOne(int rule)
    {
        var (least, most) = (Least(rule), (decimal)Most(rule));
        return contact => contact.PaidOrderCount >= least && contact.PaidAmount <= most;
    }

    private static RuleSet RuleSet(int rules, Func<int, string> expression) =>
        Read(
            JsonSerializer.Serialize(
                new
                {
                    WorkflowName = "questions",
                    Rules = Enumerable
                        .Range(0, rules)
                        .Select(rule => new { RuleName = Invariant($"r{rule}"), Expression = expression(rule) }),
                }
            )
        );

    private static T[] Some<T>(Func<int, int, T> make)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Inputs).Select(_ => make(random.Next(0, 8), random.Next(0, 120)))];
    }

    private static int Least(int rule) => 2 + (rule % 5);

    private static int Most(int rule) => 60 - (rule % 50);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
