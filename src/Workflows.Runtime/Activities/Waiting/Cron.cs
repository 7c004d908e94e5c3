using Cronos;

namespace Workflows.Runtime.Activities.Waiting;

/// <summary>Starts a workflow after a calendar, or waits for the calendar's next time.</summary>
[Activity("Elsa", "Scheduling", "Starts a workflow after a calendar, or waits for the calendar's next time.")]
public sealed class Cron : Trigger, IScheduledTrigger
{
    /// <summary>Six fields: second, minute, hour, day, month, day of week; read in the workflow's time zone.</summary>
    [Input(
        Description = "Six fields: second, minute, hour, day, month, day of week.",
        UIHint = InputUIHints.SingleLine,
        IsRequired = true
    )]
    public Input<string> CronExpression { get; set; } = default!;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
        {
            return context.CompleteActivityAsync();
        }
        var text = CronExpression.Get(context) ?? "";
        if (Next(text, context.Now, context.Instance.Graph.TimeZone) is { } due)
        {
            DuePayload.WaitUntil(context, due, DuePayload.ExecuteAt, text);
            return default;
        }
        throw new FaultException("NoOccurrence", $"The schedule '{text}' never comes again.");
    }

    /// <inheritdoc />
    protected override DateTimeOffset? GetNextOccurrence(TriggerIndexingContext context, DateTimeOffset after) =>
        context.Get(CronExpression) is { Length: > 0 } text ? Next(text, after, context.TimeZone) : null;

    internal static bool TryParse(string text, out CronExpression? expression)
    {
        try
        {
            expression = Cronos.CronExpression.Parse(text, CronFormat.IncludeSeconds);
            return true;
        }
        catch (CronFormatException)
        {
            expression = null;
            return false;
        }
    }

    private static DateTimeOffset? Next(string text, DateTimeOffset after, TimeZoneInfo zone) =>
        TryParse(text, out var expression)
            ? expression!.GetNextOccurrence(after, zone)
            : throw new FaultException(
                "BadSchedule",
                $"'{text}' is not a schedule: six fields are needed (second, minute, hour, day, month, day of week)."
            );
}
