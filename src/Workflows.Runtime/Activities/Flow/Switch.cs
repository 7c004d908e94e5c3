using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Activities.Flow;

/// <summary>Does what the cases say whose conditions hold.</summary>
[Activity("Elsa", "Branching", "Does what the matching cases say.")]
public sealed class Switch : Activity
{
    private ActivityCompletionCallback? _onCaseCompleted;

    /// <summary>The cases, in order.</summary>
    [Input(Description = "The cases, in order.", UIHint = InputUIHints.SwitchEditor)]
    public IList<SwitchCase> Cases { get; set; } = [];

    /// <summary>How many cases count. The default is the first that matches.</summary>
    [Input(
        Description = "Whether the first match counts or all.",
        DefaultValue = SwitchMode.MatchFirst,
        UIHint = InputUIHints.DropDown
    )]
    public Input<SwitchMode> Mode { get; set; } = new(SwitchMode.MatchFirst);

    /// <summary>What is done when no case matches.</summary>
    [Port]
    public IActivity? Default { get; set; }

    internal override ActivityCompletionCallback ChildCallback => _onCaseCompleted ??= OnCaseCompletedAsync;

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var takesAll = Mode.Get(context) == SwitchMode.MatchAny;
        var matches = Cases
            .Where(candidate => candidate.Condition.Get(context))
            .Take(takesAll ? Cases.Count : 1)
            .ToList();
        return matches.Count == 0
            ? context.ScheduleActivityAsync(Default, ChildCallback)
            : Branches.ScheduleAllAsync(context, matches.Select(match => match.Activity), ChildCallback);
    }

    private static ValueTask OnCaseCompletedAsync(ActivityCompletedContext context) =>
        Branches.CompleteWhenAllDoneAsync(context.TargetContext);
}
