using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Tests.Segments;

/// <summary>Contacts with everything that could go wrong: nulls, boundaries, numbers as texts, quotes in tags.</summary>
internal sealed class RandomContacts(int seed)
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly string[] Tags =
    [
        "vip",
        "VIP",
        "a,b",
        ",",
        "x\",\"vip",
        "\"",
        "\\",
        "]",
        "会员",
        "😀",
        "with space",
        "",
    ];

    public static readonly string[] Texts =
    [
        "Shanghai",
        "shanghai",
        "上海",
        "",
        "30",
        "50%",
        "5_0",
        "it's",
        "\"q\"",
        "😀😀",
        "ISTANBUL",
        "istanbul",
        " padded ",
        "back\\slash",
    ];

    public static readonly string[] Types = ["clicked", "replied", "order.paid", "contact.joined"];

    private readonly Random _random = new(seed);
    private int _events;

    public List<ContactHistory> Histories { get; } = [];

    public async Task InsertAsync(WorkflowsDbContext context, int count)
    {
        for (var index = 0; index < count; index++)
        {
            Add(context, Guid.CreateVersion7(Now.AddSeconds(index)));
        }

        await context.SaveChangesAsync();
    }

    private void Add(WorkflowsDbContext context, Guid id)
    {
        var known = Orders();
        var orders = PaidOrder.Of(known);
        var events = Events();
        var count = _random.Next(4) == 0 ? Pick([0, 1, 2, 5, int.MaxValue, int.MaxValue - 1]) : orders.Count;
        var state = new ContactState(id, Time())
        {
            PaidOrderCount = count,
            LastPaidAt = count > 0 ? Time() : null,
            PaidAmount = Amount(),
            Attributes = Attributes(),
            Tags = Some(Tags, 4),
            Identities = Identities(id),
        };
        context.Add(Row(state));
        context.AddRange(
            state.Identities.Select(name => new ContactIdentityRow
            {
                Tenant = 1,
                Kind = (short)name.Kind,
                Value = name.Value,
                ContactId = id,
            })
        );
        context.AddRange(known.Select(order => OrderRows.Write(1, id, order)));
        context.AddRange(
            events.Select(one => new ContactEventRow
            {
                Tenant = 1,
                Source = one.Source,
                EventId = NextEvent(),
                ContactId = id,
                Type = one.Type,
                At = one.At,
                ReceivedAt = Now,
            })
        );
        Histories.Add(new ContactHistory(state, orders, events));
    }

    private static ContactRow Row(ContactState state) =>
        new()
        {
            Id = state.Id,
            Tenant = 1,
            JoinedAt = state.JoinedAt,
            PaidOrderCount = state.PaidOrderCount,
            LastPaidAt = state.LastPaidAt,
            PaidAmount = state.PaidAmount,
            Attributes = ContactJson.Write(state.Attributes),
            Tags = ContactJson.Write(state.Tags),
            Consents = "[]",
            Traits = "{}",
        };

    private List<KnownOrder> Orders() =>
        [
            .. Enumerable
                .Range(0, _random.Next(5))
                .Select(_ => new KnownOrder("shop", NextEvent())
                {
                    PaidAt = _random.Next(10) == 0 ? null : Time(),
                    Quantity = Pick([1, 2, 3, 10, 1_500_000_000]),
                    Paid = Amount(),
                    Refunds = Refunds(),
                }),
        ];

    private OrderRefund[] Refunds() =>
        _random.Next(6) switch
        {
            0 => [new OrderRefund("r", null)],
            1 => [new OrderRefund("r", 0.01m), new OrderRefund("s", 100m)],
            _ => [],
        };

    private List<PastEvent> Events() =>
        [
            .. Enumerable
                .Range(0, _random.Next(5))
                .Select(_ => new PastEvent(Pick(Types), Time(), Pick(["shop", "wecom"])))
                .OrderBy(one => one.At),
        ];

    private Dictionary<string, object?> Attributes()
    {
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal);
        Maybe("age", [30L, 29L, 31L, 0L, -5L, 30.5m, 0.1m, long.MaxValue, 12345678901234567890.123m, "30", true]);
        Maybe("city", [.. Texts, 7L, false]);
        Maybe("member", [true, false, "true", 1L]);
        Maybe("消费 等级", ["高", "低", 3L]);
        return attributes;

        void Maybe(string name, object[] values)
        {
            if (_random.Next(4) > 0)
            {
                attributes[name] = Pick(values);
            }
        }
    }

    private ContactIdentities Identities(Guid id)
    {
        var names = new List<ContactIdentity>();
        if (_random.Next(3) > 0)
        {
            names.Add(new ContactIdentity(IdentityKind.Phone, $"{Pick(["138", "139"])}{Histories.Count:D8}"));
        }

        if (_random.Next(3) == 0)
        {
            names.Add(new ContactIdentity(IdentityKind.OpenId, $"o{id:N}"));
        }

        return [.. names];
    }

    private DateTimeOffset Time() =>
        _random.Next(10) switch
        {
            0 => Now,
            1 => Now.AddDays(Pick([-30, -60, -7])),
            2 => Now.AddDays(-30).AddTicks(Pick([-1, 1])),
            3 => Pick([DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch]),
            _ => Now.AddMinutes(-_random.Next(60 * 24 * 400)),
        };

    private decimal Amount() =>
        _random.Next(8) switch
        {
            0 => 0m,
            1 => 500m,
            2 => 500.00m,
            3 => 499.99m,
            4 => 1_000_000_000_000.00000001m,
            _ => _random.Next(200_000) / 100m,
        };

    private List<string> Some(string[] all, int most) =>
        [.. Enumerable.Range(0, _random.Next(most)).Select(_ => Pick(all)).Distinct().Order(StringComparer.Ordinal)];

    private string NextEvent() => $"e{_events++}";

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}
