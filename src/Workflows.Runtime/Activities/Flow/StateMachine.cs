using Workflows.Runtime.Execution;

namespace Workflows.Runtime.Activities.Flow;

/// <summary>
/// Goes from state to state. In a state it waits for the triggers of all transitions that leave it; the first one to complete whose condition
/// holds is taken and the others are given up. A state that no transition leaves completes the machine.
/// </summary>
[Activity("Elsa", "Flow", "Goes from state to state along transitions.")]
public sealed class StateMachine : Activity
{
    private const string Current = "CurrentState";

    /// <summary>The states.</summary>
    public IList<StateMachineState> States { get; set; } = [];

    /// <summary>The transitions, in the order they are tried.</summary>
    public IList<Transition> Transitions { get; set; } = [];

    /// <summary>The name of the state it begins in, unless <see cref="CurrentState"/> names one.</summary>
    public string? InitialState { get; set; }

    /// <summary>The name of the state a document was saved in; null for a machine that has not begun.</summary>
    public string? CurrentState { get; set; }

    /// <inheritdoc />
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        EnterAsync(context, string.IsNullOrWhiteSpace(CurrentState) ? InitialState : CurrentState);

    private async ValueTask EnterAsync(ActivityExecutionContext context, string? name)
    {
        if (StateOf(name) is not { } state)
        {
            await context.CompleteActivityAsync();
            return;
        }
        context.SetProperty(Current, state.Name);
        if (state.Entry is null)
        {
            await OpenAsync(context);
            return;
        }
        await context.ScheduleActivityAsync(state.Entry, OnEnteredAsync);
    }

    private ValueTask OnEnteredAsync(ActivityCompletedContext context) => OpenAsync(context.TargetContext);

    /// <summary>Takes the first transition without a trigger that may be taken, or waits for the triggers of the others.</summary>
    private async ValueTask OpenAsync(ActivityExecutionContext context)
    {
        var ways = WaysOut(context).ToList();
        if (ways.Count == 0)
        {
            await context.CompleteActivityAsync();
            return;
        }
        foreach (var index in ways.Where(index => Transitions[index].Trigger is null))
        {
            if (IsOpen(context, index))
            {
                await LeaveAsync(context, index, null);
                return;
            }
        }
        foreach (var index in ways.Where(index => Transitions[index].Trigger is not null))
        {
            await WaitAsync(context, index);
        }
    }

    private ValueTask WaitAsync(ActivityExecutionContext context, int index) =>
        ScheduleAsync(context, Transitions[index].Trigger!, index, OnTriggeredAsync);

    private async ValueTask OnTriggeredAsync(ActivityCompletedContext context)
    {
        var machine = context.TargetContext;
        var index = TransitionOf(context);
        if (!IsStillIn(machine, Transitions[index].From))
        {
            return;
        }
        if (IsOpen(machine, index))
        {
            await LeaveAsync(machine, index, context.ChildContext);
            return;
        }
        await WaitAsync(machine, index);
    }

    /// <summary>Gives up the other triggers, then: exit, action, entry.</summary>
    private ValueTask LeaveAsync(ActivityExecutionContext context, int index, ActivityExecutionContext? winner)
    {
        Branches.GiveUpAllBut(context, winner);
        return StateOf(Transitions[index].From)?.Exit is { } exit
            ? ScheduleAsync(context, exit, index, OnLeftAsync)
            : ActAsync(context, index);
    }

    private ValueTask OnLeftAsync(ActivityCompletedContext context) =>
        ActAsync(context.TargetContext, TransitionOf(context));

    private ValueTask ActAsync(ActivityExecutionContext context, int index) =>
        Transitions[index].Action is { } action
            ? ScheduleAsync(context, action, index, OnActedAsync)
            : EnterAsync(context, Transitions[index].To);

    private ValueTask OnActedAsync(ActivityCompletedContext context) =>
        EnterAsync(context.TargetContext, Transitions[TransitionOf(context)].To);

    private static ValueTask ScheduleAsync(
        ActivityExecutionContext context,
        IActivity activity,
        int index,
        ActivityCompletionCallback callback
    ) =>
        context.ScheduleActivityAsync(activity, new ScheduleWorkOptions { CompletionCallback = callback, Tag = index });

    private static int TransitionOf(ActivityCompletedContext context) => (int)context.ChildContext.Tag!;

    private static bool IsStillIn(ActivityExecutionContext context, string state) =>
        string.Equals(context.GetProperty<string>(Current), state, StringComparison.Ordinal);

    /// <summary>Asked each time anew: what the condition looks at may have changed meanwhile.</summary>
    private bool IsOpen(ActivityExecutionContext context, int index) =>
        Transitions[index].Condition is not { IsMissing: false } condition || condition.GetAhead(context);

    private IEnumerable<int> WaysOut(ActivityExecutionContext context)
    {
        for (var index = 0; index < Transitions.Count; index++)
        {
            if (IsStillIn(context, Transitions[index].From) && StateOf(Transitions[index].To) is not null)
            {
                yield return index;
            }
        }
    }

    private StateMachineState? StateOf(string? name) =>
        string.IsNullOrWhiteSpace(name)
            ? null
            : States.FirstOrDefault(state => string.Equals(state.Name, name, StringComparison.Ordinal));
}
