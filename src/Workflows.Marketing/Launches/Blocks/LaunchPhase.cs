using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Launches.Blocks;

/// <summary>
/// Begins a phase of a scripted launch on its day (S2-46…52): what stands behind it, up to the next phase, is told then. A phase
/// that is left out stays on the canvas with the reason.
/// </summary>
[Activity(
    "Marketing",
    "Mine",
    "Waits for the day of a phase of a scripted launch; what follows, up to the next phase, is told then.",
    DisplayName = "Launch phase",
    Icon = "launch-phase"
)]
[FlowNode(Due, Passed, Skipped)]
public sealed class LaunchPhase : Activity
{
    internal const string Due = "Due";
    internal const string Passed = "Passed";
    internal const string Skipped = "Skipped";

    /// <summary>Which phase.</summary>
    [Input(
        Description = "The phase: interest, value, benefit, sale, atmosphere and close follow each other in this order.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "interest", "value", "benefit", "sale", "atmosphere", "close" },
        DefaultValue = LaunchPhases.Interest,
        IsRequired = true,
        Order = 1
    )]
    public Input<string> Phase { get; set; } = new(LaunchPhases.Interest);

    /// <summary>The day; 0 is the first day of the launch.</summary>
    [Input(
        Description = "The day on which it begins: 0 is the first day of the launch, 1 the next one.",
        DefaultValue = 0,
        Minimum = 0,
        Maximum = 365,
        Order = 2
    )]
    public Input<int> Day { get; set; } = new(0);

    /// <summary>The time of day. The default is 10:00.</summary>
    [Input(Description = "The time of day, for example 10:00.", DefaultValue = "10:00", Order = 3)]
    public Input<string> Time { get; set; } = new("10:00");

    /// <summary>Why the phase is left out; empty where it is not.</summary>
    [Input(
        DisplayName = "Left out because",
        Description = "Why this phase is left out; then the launch goes on by Skipped at once. Empty: it is not left out.",
        Order = 4
    )]
    public Input<string?> SkipReason { get; set; } = default!;

    /// <summary>What tells whether the phase has done its part, one of <see cref="ExitMetrics"/>; null where nothing does.</summary>
    [Input(
        DisplayName = "Exit metric",
        Description = "What tells whether the phase has done its part: the review compares it with the target.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { ExitMetrics.Likes, ExitMetrics.Comments, ExitMetrics.Clicks, ExitMetrics.Orders },
        Order = 5
    )]
    public Input<string?> ExitMetric { get; set; } = default!;

    /// <summary>How many of the metric are enough, at least 1; null where nobody says so.</summary>
    [Input(
        Description = "How many likes, comments, clicks or orders the posts of the phase need, together.",
        Minimum = 1,
        Order = 6
    )]
    public Input<int?> Target { get; set; } = default!;

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.JournalData["phase"] = Phase.Get(context);
        if (context.Get(SkipReason)?.Trim() is { Length: > 0 } reason)
        {
            context.JournalData["reason"] = reason;
            return context.CompleteActivityWithOutcomesAsync(Skipped);
        }

        var calendar = LaunchCalendar.Of(context);
        var at =
            calendar.At(this, calendar.Start ?? calendar.DayOf(context.Instance.CreatedAt))
            ?? throw new FaultException("BadTime", $"'{Time.Get(context)}' is no time of day such as 10:00.");
        if (at < context.Now)
        {
            return context.CompleteActivityWithOutcomesAsync(Passed);
        }

        context.CreateBookmark(new CreateBookmarkArgs { DueAt = at, Callback = ComeAsync });
        return default;
    }

    private static ValueTask ComeAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync(Due);
}
