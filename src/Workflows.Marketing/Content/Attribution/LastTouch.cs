namespace Workflows.Marketing.Content;

/// <summary>
/// Which link an order counts for (S0-31): the last one that its customer clicked within the link's window, else the last one
/// that was said to the customer within its window. One link or none; so that an order is counted once.
/// </summary>
public static class LastTouch
{
    /// <summary>Finds the link.</summary>
    /// <param name="paidAt">When the order was paid.</param>
    /// <param name="touches">The moments at which links met its customer, in any order.</param>
    /// <returns>The moment, or null where the order counts for none.</returns>
    public static Touch? Find(DateTimeOffset paidAt, IEnumerable<Touch> touches) =>
        touches
            .Where(touch => touch.At <= paidAt && (touch.Days is not { } days || paidAt <= touch.At.AddDays(days)))
            .OrderByDescending(touch => touch.IsClick)
            .ThenByDescending(touch => touch.At)
            .ThenBy(touch => touch.Code, StringComparer.Ordinal)
            .FirstOrDefault();
}
