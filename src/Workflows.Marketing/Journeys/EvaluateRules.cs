using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>
/// Asks a published rule set about the contact and follows the first rule that holds: the outcome is its success event,
/// or <c>None</c>. Rules see <c>contact</c> as of the event whose turn runs, and <c>now</c>, the turn's time.
/// </summary>
[Activity(
    "Marketing",
    "Mine",
    "Asks a rule set about the contact and follows the event of the first rule that holds, or None.",
    DisplayName = "Evaluate rules",
    Icon = "rules"
)]
[FlowNode(None)]
public sealed class EvaluateRules : CodeActivity, IDynamicOutcomes
{
    internal const string None = "None";

    /// <summary>The rule set's name.</summary>
    [Input(
        DisplayName = "Rule set",
        Description = "Which published rule set decides.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(RuleSetOptions),
        IsRequired = true
    )]
    public Input<string> RuleSet { get; set; } = default!;

    /// <summary>What the rule set asks about besides the contact and the time, as an object or as its JSON; only for rule sets that say what their inputs are.</summary>
    [Input(
        DisplayName = "Further inputs",
        Description = "What the rule set asks about besides the contact, as a JSON object; only for rule sets with inputs of their own.",
        UIHint = InputUIHints.JsonEditor,
        DefaultSyntax = "JavaScript"
    )]
    public Input<object?>? Inputs { get; set; }

    /// <summary>The events of the chosen rule set, for designers; see <see cref="RuleOutcomes"/>. Running takes no notice of it.</summary>
    [Input(
        Description = "The events of the chosen rule set.",
        UIHint = InputUIHints.DynamicOutcomes,
        Options = new[] { None },
        IsBrowsable = false
    )]
    public Input<ICollection<string>> Outcomes { get; set; } = default!;

    /// <summary>The success event that was followed, or null.</summary>
    [Output(DisplayName = "Success event", Description = "The event of the rule that held; empty when none did.")]
    public Output<string>? SuccessEvent { get; set; }

    /// <summary>What the rule's output expression worked out, or null.</summary>
    [Output(Description = "What the rule that held worked out.")]
    public Output<object>? Output { get; set; }

    /// <inheritdoc/>
    /// <remarks>The outcomes are those of the rule set, which may change after the journey was published; <see cref="JourneyCheck"/> compares them.</remarks>
    public IReadOnlyList<string>? GetPossibleOutcomes() => null;

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var decision = await context.AskAsync(RuleSet.Get(context) ?? "", context.Get(Inputs));
        context.Set(SuccessEvent, decision.SuccessEvent);
        context.Set(Output, decision.Output);
        await context.CompleteActivityWithOutcomesAsync(decision.SuccessEvent ?? None);
    }
}
