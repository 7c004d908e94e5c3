using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Mining;

/// <summary>
/// Waits until the contact has done enough of something, each thing once: days of a check-in, lessons of a course. Whoever gets there
/// shows intent: the tag is put on once, however often the task is done (S0-30).
/// </summary>
public abstract class ProgressTask : Activity
{
    private protected const string Reached = "Reached";
    private protected const string TimedOut = "TimedOut";
    private const string Deadline = "deadline";
    private const string Done = "done";

    private protected ProgressTask() { }

    /// <summary>How long the contact has time; null for ever.</summary>
    [Input(
        Description = "How long to wait at most, for example 10.00:00:00 for ten days. Empty: no limit.",
        Order = 10
    )]
    public Input<TimeSpan?>? Timeout { get; set; }

    /// <summary>The tag of who gets there; empty for none.</summary>
    [Input(
        DisplayName = "Intent tag",
        Description = "The tag of who gets there: it shows intent, and is put on once. Empty: none.",
        Order = 11
    )]
    public Input<string?> Tag { get; set; } = default!;

    /// <summary>How much was done.</summary>
    [Output(Description = "How much was done.")]
    public Output<int>? Count { get; set; }

    /// <summary>The events that tell of it.</summary>
    private protected abstract string EventType { get; }

    /// <summary>How much is needed.</summary>
    private protected abstract int GoalOf(ActivityExecutionContext context);

    /// <summary>What the event tells was done, so that it counts once; null where it is about something else.</summary>
    private protected abstract string? StepOf(ActivityExecutionContext context, ContactEvent told);

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Get(Timeout) is { } span)
        {
            context.SetProperty(Deadline, context.Now + span);
        }

        context.Set(Count, 0);
        Wait(context);
        return ValueTask.CompletedTask;
    }

    private void Wait(ActivityExecutionContext context) =>
        context.WaitForEvent(EventType, ComeAsync, context.GetProperty<DateTimeOffset?>(Deadline));

    private async ValueTask ComeAsync(ActivityExecutionContext context)
    {
        // A timer brings no payload; an event always does.
        if (ContactStimulus.FromPayload(context.StimulusPayload) is not { } told)
        {
            await context.CompleteActivityWithOutcomesAsync(TimedOut);
            return;
        }

        var done = Add(context, StepOf(context, told));
        context.JournalData["count"] = done;
        context.Set(Count, done);
        if (done < GoalOf(context))
        {
            Wait(context);
            return;
        }

        var tag = context.Get(Tag)?.Trim() ?? "";
        if (tag.Length > 0 && !context.Contact().Tags.Contains(tag, StringComparer.Ordinal))
        {
            await context.PutTagAsync(
                new TagMark(tag, TagFamily.FollowUp, context.Now, context.Instance.Graph.DefinitionId)
            );
        }

        await context.CompleteActivityWithOutcomesAsync(Reached);
    }

    private static int Add(ActivityExecutionContext context, string? step)
    {
        var before = context.GetProperty<string?>(Done) ?? "";
        HashSet<string> steps = [.. before.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        if (step is not null && steps.Add(step.ReplaceLineEndings(" ")))
        {
            context.SetProperty(Done, string.Join('\n', steps));
        }

        return steps.Count;
    }
}
