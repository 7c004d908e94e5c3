using Workflows.Marketing.Calendars;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Launches.Blocks;

/// <summary>
/// Closes a launch with its review (S2-51): the figures of every phase, kept once for the launch, and as a text for whoever leads
/// it.
/// </summary>
[Activity(
    "Marketing",
    "Mine",
    "Adds up how the launch went, phase by phase, keeps the review, and gives it as a text to send.",
    DisplayName = "Review launch",
    Icon = "review"
)]
[FlowNode(Reviewed, LeftToOthers)]
public sealed class ReviewLaunch : CodeActivity
{
    private const string Reviewed = "Reviewed";
    private const string LeftToOthers = "LeftToOthers";

    /// <summary>The product whose orders count. Empty: orders of anything.</summary>
    [Input(Description = "The number (SKU) of the product in orders. Empty: orders of anything.", Order = 1)]
    public Input<string?> Product { get; set; } = default!;

    /// <summary>Whether this run reviews. The default is true; a launch that runs for several members gives its <c>leads</c>.</summary>
    [Input(
        DisplayName = "Reviews",
        Description = "Whether this run reviews: of a launch that runs for several staff members, the one that leads. Empty: yes.",
        DefaultSyntax = "JavaScript",
        DefaultValue = true,
        Order = 2
    )]
    public Input<bool> Leads { get; set; } = new(true);

    /// <summary>The figures as a text.</summary>
    [Output(Description = "The figures as a text: orders, then a line for each phase.")]
    public Output<string>? Text { get; set; }

    /// <summary>The figures.</summary>
    [Output(Description = "The figures: orders, pieces, amount, phases.")]
    public Output<object>? Report { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Get(Leads))
        {
            await context.CompleteActivityWithOutcomesAsync(LeftToOthers);
            return;
        }

        var desk =
            context.GetService<LaunchDesk>()
            ?? throw new FaultException("NoOrders", "There are no orders to read where this runs.");
        var graph = context.Instance.Graph;
        var zone = CalendarDesk.ZoneOf(graph, context.GetService<CalendarDesk>());
        var product = context.Get(Product)?.Trim() is { Length: > 0 } named ? named : null;
        var report =
            await desk.ReportAsync(graph, zone, context.Now, product, context.CancellationToken)
            ?? throw new FaultException("NoLaunch", "There is no launch with a first day and phases to review.");
        var day = new LaunchCalendar(graph, zone).Start!.Value;
        var review = new LaunchReview(graph.DefinitionId, graph.Version, day, context.Now, report);
        context.Emit(new LaunchReviewed(context.EffectKey("review"), review));
        context.JournalData["orders"] = report.Orders;
        context.JournalData["amount"] = report.Amount;
        context.Set(Text, report.ToText());
        context.Set(Report, Value(report));
        await context.CompleteActivityWithOutcomesAsync(Reviewed);
    }

    private static Dictionary<string, object?> Value(LaunchReport report) =>
        new(StringComparer.Ordinal)
        {
            ["orders"] = report.Orders,
            ["pieces"] = report.Pieces,
            ["amount"] = report.Amount,
            ["phases"] = report
                .Phases.Select(phase =>
                    (object?)
                        new Dictionary<string, object?>(StringComparer.Ordinal)
                        {
                            ["phase"] = phase.Phase,
                            ["posts"] = phase.Posts,
                            ["sent"] = phase.Sent,
                            ["clicks"] = phase.Clicks,
                            ["reactions"] = phase.Reactions,
                            ["likes"] = phase.Likes,
                            ["comments"] = phase.Comments,
                            ["orders"] = phase.Orders,
                            ["amount"] = phase.Amount,
                            ["metric"] = phase.Metric,
                            ["target"] = phase.Target,
                            ["reached"] = phase.Reached,
                        }
                )
                .ToList(),
        };
}
