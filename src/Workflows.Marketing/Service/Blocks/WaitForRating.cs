using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Service.Blocks;

/// <summary>Waits until the customer has rated a work order; the first rating counts (S0-59).</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Waits until the customer has rated a work order, or until the time is over; the first rating counts.",
    DisplayName = "Wait for rating",
    Icon = "wait"
)]
[FlowNode(Rated, TimedOut)]
public sealed class WaitForRating : WorkOrderBlock
{
    private const string Rated = "Rated";
    private const string TimedOut = "TimedOut";
    private const string OrderProperty = "order";
    private const string Deadline = "deadline";

    /// <summary>How long to wait at most.</summary>
    [Input(
        Description = "How long to wait at most, for example 3.00:00:00 for three days. Empty: no limit.",
        DefaultValue = "3.00:00:00",
        Order = 2
    )]
    public Input<TimeSpan?>? Timeout { get; set; } = new(TimeSpan.FromDays(3));

    /// <summary>The rating.</summary>
    [Output(Description = "The rating, 1 to 5.")]
    public Output<int>? Rating { get; set; }

    /// <summary>What the customer said with it.</summary>
    [Output(Description = "What the customer said with the rating.")]
    public Output<string>? Comment { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var order = await FindAsync(context);
        context.SetProperty(OrderProperty, order is null ? "" : $"{order.Id}");
        if (context.Get(Timeout) is { } span)
        {
            context.SetProperty(Deadline, context.Now + span);
        }

        if (order?.Rating is { } rating)
        {
            await CompleteAsync(context, rating, order.Comment);
            return;
        }

        Wait(context);
    }

    private async ValueTask ComeAsync(ActivityExecutionContext context)
    {
        if (ContactStimulus.FromPayload(context.StimulusPayload) is not { } told)
        {
            await context.CompleteActivityWithOutcomesAsync(TimedOut);
            return;
        }

        var data = new EventData(told.Data);
        var order = context.GetProperty<string>(OrderProperty);
        var isOfAnother =
            Guid.TryParse(data.Text("order"), out var rated) && Guid.TryParse(order, out var own) && rated != own;
        if (isOfAnother || data.Whole("rating") is not (>= 1 and <= 5 and var rating))
        {
            context.ClearBookmarks();
            Wait(context);
            return;
        }

        if (Guid.TryParse(order, out var id))
        {
            await Desk(context).RateAsync(id, rating, data.Text("comment"), told.At, context.CancellationToken);
        }

        await CompleteAsync(context, rating, data.Text("comment"));
    }

    private ValueTask CompleteAsync(ActivityExecutionContext context, int rating, string? comment)
    {
        context.JournalData["rating"] = rating;
        context.Set(Rating, rating);
        context.Set(Comment, comment ?? "");
        return context.CompleteActivityWithOutcomesAsync(Rated);
    }

    private void Wait(ActivityExecutionContext context) =>
        context.WaitForEvent(ServiceEvents.Rated, ComeAsync, context.GetProperty<DateTimeOffset?>(Deadline));
}
