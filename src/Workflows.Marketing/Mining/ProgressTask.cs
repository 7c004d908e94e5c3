using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Mining;

/// <summary>
/// Waits until the contact has done enough of something, each thing once: days of a check-in, lessons of a course. Whoever gets there
/// shows intent: the tag is put on and <see cref="IntentEvents.Shown"/> is told once, however often the task is done (S0-30).
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

    /// <summary>What who gets there was promised; empty for nothing.</summary>
    [Input(
        Description = "What who gets there was promised, for example 9.9 off the set. It is told with intent.shown, for whoever hands it out. Empty: nothing.",
        DefaultSyntax = "Liquid",
        Order = 12
    )]
    public Input<string?> Reward { get; set; } = default!;

    /// <summary>How much was done.</summary>
    [Output(Description = "How much was done.")]
    public Output<int>? Count { get; set; }

    /// <summary>The events that tell of it.</summary>
    private protected abstract string EventType { get; }

    /// <summary>What such a task is called in events.</summary>
    private protected abstract string Word { get; }

    /// <summary>Which task it is, where there are several; empty for any.</summary>
    private protected abstract Input<string?> Which { get; }

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

        await ShowAsync(context, done);
        await context.CompleteActivityWithOutcomesAsync(Reached);
    }

    private async ValueTask ShowAsync(ActivityExecutionContext context, int done)
    {
        var tag = context.Get(Tag)?.Trim() ?? "";
        if (tag.Length > 0)
        {
            if (context.Contact().Tags.Contains(tag, StringComparer.Ordinal))
            {
                return;
            }

            await context.PutTagAsync(
                new TagMark(tag, TagFamily.FollowUp, context.Now, context.Instance.Graph.DefinitionId)
            );
        }

        var journey = context.Instance.Graph.DefinitionId;
        context.Tell(
            IntentEvents.Source,
            // Of a contact and task there is one, in whatever run it is done.
            StableId.Of($"{context.Contact().Id:N}\n{journey}\n{Id}").ToString("N"),
            IntentEvents.Shown,
            IntentEvents.Shown,
            new
            {
                by = Word,
                task = NullIfEmpty(context.Get(Which)),
                count = done,
                reward = NullIfEmpty(context.Get(Reward)),
                journey,
            }
        );
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

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
