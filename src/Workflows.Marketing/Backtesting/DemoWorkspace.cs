using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Backtesting;

/// <summary>
/// Gives an empty workspace its first customers: invented ones, whose orders of the last month arrive as events, so that a
/// newcomer finds contacts in every tier, waiting instances and messages.
/// </summary>
/// <param name="contacts">Where contacts are kept.</param>
/// <param name="intake">Where events enter.</param>
/// <param name="clock">Says what day it is.</param>
public sealed class DemoWorkspace(IContactStore contacts, ContactEventIntake intake, TimeProvider clock)
{
    /// <summary>How many customers there are.</summary>
    public const int Customers = 60;

    /// <summary>Seeds the workspace, unless it has contacts already.</summary>
    /// <param name="tenant">Whose workspace.</param>
    /// <param name="timeZone">The workspace's time zone.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>How many orders were taken; 0 when the workspace was not empty.</returns>
    public async Task<int> SeedAsync(int tenant, TimeZoneInfo timeZone, CancellationToken cancellationToken)
    {
        if (await contacts.ListAsync(tenant, after: null, count: 1, cancellationToken) is not [])
        {
            return 0;
        }

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), timeZone).DateTime);
        var orders = SampleOrders.Create(
            new SampleOrdersOptions
            {
                Customers = Customers,
                Months = 1,
                FirstDay = today.AddMonths(-1).AddDays(1),
            }
        );
        var events = new OrderEvents(timeZone);
        // Days end with today: an order that has not happened yet is left out.
        ContactEvent[] happened = [.. orders.Where(order => order.PaidOn <= today).Select(events.Of)];
        var result = await intake.AcceptAsync(tenant, happened, cancellationToken);
        return result.AcceptedCount;
    }
}
