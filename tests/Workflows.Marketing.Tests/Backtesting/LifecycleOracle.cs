using Workflows.Marketing.Backtesting;

namespace Workflows.Marketing.Tests.Backtesting;

/// <summary>
/// What lifecycle-care has to do, written down a second time without workflows, rules or contacts: straight from the
/// requirements (first: 1 order ≤ 30 days ago; repeat: 2–4, ≤ 60 days; loyal: from 5, ≤ 60 days; silent: the rest; one
/// message on entering each of them).
/// </summary>
internal static class LifecycleOracle
{
    public static (Dictionary<string, int> Tiers, Dictionary<string, int> Messages) Play(
        IEnumerable<Order> orders,
        DateOnly asOf
    )
    {
        var tiers = Zero("new", "first", "repeat", "loyal", "silent");
        var messages = Zero("first", "repeat", "loyal", "win-back");
        foreach (
            var customer in orders
                .Where(order => order.PaidOn <= asOf)
                .GroupBy(order => order.CustomerId, StringComparer.Ordinal)
        )
        {
            tiers[PlayCustomer([.. customer.Select(order => order.PaidOn).Order()], asOf, messages)]++;
        }

        return (tiers, messages);
    }

    private static string PlayCustomer(DateOnly[] days, DateOnly asOf, Dictionary<string, int> messages)
    {
        var tier = "";
        for (var count = 1; count <= days.Length; count++)
        {
            tier = Enter(
                tier,
                count switch
                {
                    1 => "first",
                    <= 4 => "repeat",
                    _ => "loyal",
                },
                messages
            );
            var lastDay = days[count - 1].AddDays(count == 1 ? 30 : 60);
            // The tier holds through midnight of its last day; the next order or the day asked for may come first.
            var next = count < days.Length ? days[count] : asOf;
            if (next > lastDay)
            {
                tier = Enter(tier, "silent", messages);
            }
        }

        return tier;
    }

    private static string Enter(string from, string to, Dictionary<string, int> messages)
    {
        if (!from.Equals(to, StringComparison.Ordinal))
        {
            messages[to.Equals("silent", StringComparison.Ordinal) ? "win-back" : to]++;
        }

        return to;
    }

    private static Dictionary<string, int> Zero(params string[] names) =>
        names.ToDictionary(name => name, _ => 0, StringComparer.Ordinal);
}
