using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Mining;

/// <summary>Waits until the contact pays an order.</summary>
[Activity(
    "Marketing",
    "Mine",
    "Waits until the contact pays an order, or until the time is over.",
    DisplayName = "Wait for order",
    Icon = "order"
)]
[FlowNode(Ordered, TimedOut)]
public sealed class WaitForOrder() : FittingWait(Ordered)
{
    private const string Ordered = "Ordered";

    /// <summary>The product that has to be in it; empty for any.</summary>
    [Input(Description = "The number (SKU) of the product that has to be in it. Empty: any.", Order = 1)]
    public Input<string?> Product { get; set; } = default!;

    /// <summary>What has to be paid at least. The default is 0.</summary>
    [Input(
        DisplayName = "Amount at least",
        Description = "What has to be paid at least, in currency units.",
        DefaultValue = 0,
        Minimum = 0,
        Order = 2
    )]
    public Input<decimal> AmountAtLeast { get; set; } = new(0m);

    private protected override string EventType => ContactEventTypes.OrderPaid;

    private protected override bool Fits(ActivityExecutionContext context, ContactEvent told)
    {
        var order = OrderFacts.Read(told.Data);
        var product = context.Get(Product)?.Trim() ?? "";
        return order.Amount >= context.Get(AmountAtLeast)
            && (
                product.Length == 0
                || order.Lines.Any(line => string.Equals(line.Sku, product, StringComparison.Ordinal))
            );
    }
}
