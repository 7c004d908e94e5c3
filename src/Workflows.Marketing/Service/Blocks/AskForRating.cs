using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Service.Blocks;

/// <summary>
/// Says whether the customer may be asked to rate a work order, and gives the page to do it on (S0-59): a work order is rated once, asked about once, and
/// once again. What the message says is the next block's.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Gives the page on which the customer rates a work order; one is asked about once, and once again.",
    DisplayName = "Ask for rating",
    Icon = "star"
)]
[FlowNode(First, Reminder, Enough)]
public sealed class AskForRating : WorkOrderBlock
{
    private const string First = "First";
    private const string Reminder = "Reminder";
    private const string Enough = "Enough";

    /// <summary>The page.</summary>
    [Output(
        DisplayName = "Rating page",
        Description = "The address of the page; empty where the installation has no address for customers."
    )]
    public Output<string>? Page { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var order = await FindAsync(context);
        var asked = order is null
            ? null
            : await Desk(context)
                .AskAsync(order.Id, context.EffectKey("ask"), By(context), context.Now, context.CancellationToken);
        if (asked is null)
        {
            await context.CompleteActivityWithOutcomesAsync(Enough);
            return;
        }

        context.Set(Page, context.GetService<RatingLinks>()?.Of(asked.Id) ?? "");
        await context.CompleteActivityWithOutcomesAsync(asked.Asks == 1 ? First : Reminder);
    }
}
