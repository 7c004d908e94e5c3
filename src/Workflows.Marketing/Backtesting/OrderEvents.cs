using System.Globalization;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Backtesting;

/// <summary>Recorded orders as the events a shop would have sent: each at the start of its day, those of a day in file order.</summary>
public sealed class OrderEvents(TimeZoneInfo timeZone)
{
    private readonly Dictionary<DateOnly, DateTimeOffset> _days = [];

    /// <summary>The source of the events.</summary>
    public const string Source = "orders";

    /// <summary>The event of an order.</summary>
    public ContactEvent Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Of(order, [new ContactIdentity(IdentityKind.ExternalUserId, order.CustomerId)]);
    }

    internal ContactEvent Of(Order order, ContactIdentities identities) =>
        new(
            Source,
            order.OrderId,
            ContactEventTypes.OrderPaid,
            StartOf(order.PaidOn),
            identities,
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"quantity":{{order.Quantity}},"amount":{{order.Amount}}}"""
            )
        );

    /// <summary>The instant a day begins; worked out once a day.</summary>
    internal DateTimeOffset StartOf(DateOnly day)
    {
        if (!_days.TryGetValue(day, out var start))
        {
            _days.Add(day, start = WorkspaceDay.Start(day, timeZone));
        }

        return start;
    }
}
