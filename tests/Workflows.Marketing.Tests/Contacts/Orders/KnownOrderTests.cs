using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Tests.Contacts.Orders;

public sealed class KnownOrderTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("pay 10", 1, 10, 1)]
    [InlineData("pay 10;refund 3", 1, 7, 1)]
    [InlineData("pay 10;refund 3;refund 7", 0, 0, 0)]
    [InlineData("pay 10;refund all", 0, 0, 0)]
    [InlineData("refund all;pay 10", 0, 0, 0)]
    [InlineData("refund 4;pay 10", 1, 6, 2)]
    [InlineData("pay 10;refund 12", 0, 0, 0)]
    [InlineData("pay 0", 1, 0, 1)]
    [InlineData("pay 0;refund all", 0, 0, 0)]
    [InlineData("pay 10;pay 12", 1, 12, 2)]
    [InlineData("refund all", 0, 0, 0)]
    public void Receive_PaymentsAndRefundsOfOneOrder_CountWhatWasKept(string said, int count, int amount, int lastDay)
    {
        var contact = new Contact(new ContactState(Guid.Empty, Day));

        Receive(contact, [.. said.Split(';').Select(Event)]);

        Assert.Equal((count, amount), (contact.PaidOrderCount, contact.PaidAmount));
        Assert.Equal(lastDay == 0 ? null : Day.AddDays(lastDay), contact.LastPaidAt);
    }

    [Fact]
    public void Receive_RefundOfTheLatestOrder_TheOneBeforeIsTheLatest()
    {
        var contact = new Contact(new ContactState(Guid.Empty, Day));

        Receive(contact, [Paid("a", 1, "1", 5), Paid("b", 2, "2", 5), Refunded("c", "2", null)]);

        Assert.Equal((1, Day.AddDays(1)), (contact.PaidOrderCount, contact.LastPaidAt));
    }

    [Fact]
    public void Receive_RefundForAContactKnownInSumsOnly_LeavesTheSums()
    {
        var contact = new Contact(
            new ContactState(Guid.Empty, Day)
            {
                PaidOrderCount = 3,
                PaidAmount = 30,
                LastPaidAt = Day,
            }
        );

        Receive(contact, [Refunded("c", "?", null), Paid("a", 1, "1", 5)]);
        Assert.Equal((4, 35m, Day.AddDays(1)), (contact.PaidOrderCount, contact.PaidAmount, contact.LastPaidAt));

        var again = new Contact(contact.ToState());
        Receive(again, [Refunded("d", "1", null)]);
        Assert.Equal((3, 30m), (again.PaidOrderCount, again.PaidAmount));
    }

    [Fact]
    public void Read_LinesWithoutASum_AreTheSum()
    {
        var facts = OrderFacts.Read(
            """{"lines":[{"sku":"A","quantity":2,"amount":3.5},{"sku":7,"name":"茶"}],"order":12}"""
        );

        Assert.Equal((3, 3.5m, "12"), (facts.Quantity, facts.Amount, facts.Number));
        Assert.Equal([new OrderLine("A", 2, 3.5m), new OrderLine("7", 1, 0m, "茶")], facts.Lines);
    }

    // In any order, and said again, the events give the same facts as counted afresh from the set of them.
    [Property(MaxTest = 300)]
    public Property Receive_EventsInAnyOrderAndTwice_GiveTheSameFacts() =>
        Prop.ForAll(
            Histories().ToArbitrary(),
            events =>
            {
                var (straight, mixed) = (
                    new Contact(new ContactState(Guid.Empty, Day)),
                    new Contact(new ContactState(Guid.Empty, Day))
                );
                Receive(straight, events);
                Receive(mixed, [.. events.Reverse(), .. events.OrderBy(one => one.Data, StringComparer.Ordinal)]);
                return Facts(mixed) == Facts(straight) && Facts(straight) == Counted(events);
            }
        );

    private static (int, decimal, DateTimeOffset?) Facts(Contact contact) =>
        (contact.PaidOrderCount, contact.PaidAmount, contact.LastPaidAt);

    private static (int, decimal, DateTimeOffset?) Counted(ContactEvent[] events)
    {
        var (count, amount, last) = (0, 0m, (DateTimeOffset?)null);
        foreach (var order in new[] { "1", "2", "3" })
        {
            var own = events
                .Where(one => one.Data!.Contains($"\"order\":\"{order}\"", StringComparison.Ordinal))
                .ToArray();
            var payment = own.Where(one => one.Type is "order.paid").MaxBy(one => one.At);
            var refunds = own.Where(one => one.Type is "order.refunded").ToArray();
            var paid = payment is null ? 0m : OrderFacts.Read(payment.Data).Amount;
            var back = refunds.Sum(one => RefundFacts.Read(one.Data)!.Amount ?? 1_000m);
            if (payment is not null && (refunds.Length == 0 || back < paid))
            {
                (count, amount) = (count + 1, amount + paid - back);
                last = last > payment.At ? last : payment.At;
            }
        }

        return (count, amount, last);
    }

    private static Gen<ContactEvent[]> Histories() =>
        from length in Gen.Choose(0, 12)
        from order in Gen.ArrayOf(Gen.Elements("1", "2", "3"), length)
        from amounts in Gen.ArrayOf(Gen.Choose(0, 9), length)
        from kinds in Gen.ArrayOf(Gen.Choose(0, 3), length)
        select Enumerable
            .Range(0, length)
            .Select(n =>
                kinds[n] switch
                {
                    0 => Refunded($"{n}", order[n], null),
                    1 => Refunded($"{n}", order[n], amounts[n] + 1),
                    _ => Paid($"{n}", n, order[n], amounts[n]),
                }
            )
            .ToArray();

    private static ContactEvent Event(string said, int index)
    {
        var amount = said.Split(' ')[1];
        return said.StartsWith("pay", StringComparison.Ordinal)
            ? Paid($"{index}", index + 1, "N1", int.Parse(amount, CultureInfo.InvariantCulture))
            : Refunded($"{index}", "N1", amount is "all" ? null : int.Parse(amount, CultureInfo.InvariantCulture));
    }

    private static ContactEvent Paid(string id, int day, string order, int amount) =>
        new("shop", id, "order.paid", Day.AddDays(day), [], $$"""{"order":"{{order}}","amount":{{amount}}}""");

    private static ContactEvent Refunded(string id, string order, int? amount) =>
        new(
            "shop",
            id,
            "order.refunded",
            Day.AddDays(20),
            [],
            amount is null ? $$"""{"order":"{{order}}"}""" : $$"""{"order":"{{order}}","amount":{{amount}}}"""
        );

    private static void Receive(Contact contact, ContactEvent[] events)
    {
        List<Effect> effects = [];
        foreach (var one in events)
        {
            contact.Receive(ContactStimulus.For(one), effects);
        }
    }
}
