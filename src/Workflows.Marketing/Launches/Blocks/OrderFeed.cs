using System.Globalization;
using Workflows.Marketing.Calendars;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Launches.Blocks;

/// <summary>
/// Tells who bought since the sale began (氛围营造, S2-50): real orders of the store with masked names, never others. Where there
/// are too few, it goes on by <c>Nothing</c>, and nothing is said.
/// </summary>
[Activity(
    "Marketing",
    "Mine",
    "Writes a text of real orders since the sale began, with masked names; Nothing where there are too few.",
    DisplayName = "Order feed",
    Icon = "feed"
)]
[FlowNode(Orders, Nothing)]
public sealed class OrderFeed : CodeActivity
{
    internal const string Nothing = "Nothing";
    private const string Orders = "Orders";
    private const int Most = 100;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The product. Empty: orders of anything.</summary>
    [Input(Description = "The number (SKU) of the product in orders. Empty: orders of anything.", Order = 1)]
    public Input<string?> Product { get; set; } = default!;

    /// <summary>Since when. Empty: since the sale phase of the launch, or for a day where there is none.</summary>
    [Input(
        Description = "Since when orders count. Empty: since the sale phase of the launch, or of the last day where there is none.",
        Order = 2
    )]
    public Input<DateTimeOffset?>? Since { get; set; }

    /// <summary>How many orders there have to be. The default is 1.</summary>
    [Input(
        DisplayName = "At least",
        Description = "How many orders there have to be; with fewer it goes on by Nothing.",
        DefaultValue = 1,
        Minimum = 1,
        Order = 3
    )]
    public Input<int> AtLeast { get; set; } = new(1);

    /// <summary>How many of the latest are told one by one. The default is 5.</summary>
    [Input(
        DisplayName = "Told one by one",
        Description = "How many of the latest orders are told one by one.",
        DefaultValue = 5,
        Minimum = 1,
        Maximum = Most,
        Order = 4
    )]
    public Input<int> Latest { get; set; } = new(5);

    /// <summary>What a customer without a name is called. The default is 一位顾客.</summary>
    [Input(
        DisplayName = "Without a name",
        Description = "What a customer whose name nobody knows is called.",
        DefaultValue = "一位顾客",
        Order = 5
    )]
    public Input<string> Unnamed { get; set; } = new("一位顾客");

    /// <summary>The lines: masked name, time, pieces.</summary>
    [Output(Description = "A line for each of the latest orders: masked name, time and pieces.")]
    public Output<string>? Text { get; set; }

    /// <summary>How many orders there are.</summary>
    [Output(Description = "How many orders there are since then: exactly those of the store.")]
    public Output<int>? Count { get; set; }

    /// <summary>How many pieces.</summary>
    [Output(Description = "How many pieces were bought since then.")]
    public Output<int>? Pieces { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var desk =
            context.GetService<LaunchDesk>()
            ?? throw new FaultException("NoOrders", "There are no orders to read where this runs.");
        var since = context.Get(Since) ?? LaunchCalendar.Of(context).At(LaunchPhases.Sale) ?? context.Now - Day;
        var figures = await desk.Books.OrdersAsync(
            desk.Tenant,
            context.Get(Product)?.Trim() is { Length: > 0 } product ? product : null,
            since,
            context.Now,
            Math.Clamp(Latest.Get(context), 1, Most),
            context.CancellationToken
        );
        context.JournalData["orders"] = figures.Orders;
        context.Set(Count, figures.Orders);
        context.Set(Pieces, figures.Pieces);
        context.Set(Text, TextOf(context, figures));
        await context.CompleteActivityWithOutcomesAsync(
            figures.Orders >= Math.Max(1, AtLeast.Get(context)) ? Orders : Nothing
        );
    }

    private string TextOf(ActivityExecutionContext context, OrderFigures figures)
    {
        var zone = CalendarDesk.ZoneOf(context.Instance.Graph, context.GetService<CalendarDesk>());
        var unnamed = Unnamed.Get(context) ?? "";
        return string.Join(
            '\n',
            figures.Latest.Select(order =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{MaskedName.Of(order.Name, unnamed)} {TimeZoneInfo.ConvertTime(order.PaidAt, zone):MM-dd HH:mm} ×{order.Pieces}"
                )
            )
        );
    }
}
