using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Contacts;

/// <summary>Says how close the contact has come (S1-13).</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Says how close the contact has come to the brand; a contact never falls back unless that is allowed.",
    DisplayName = "Relationship stage",
    Icon = "stage"
)]
[FlowNode("Changed", "Unchanged")]
public sealed class ChangeStage : CodeActivity
{
    /// <summary>The stage.</summary>
    [Input(
        Description = "From outsider to insider.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "stranger", "acquainted", "trusted", "insider" },
        DefaultValue = "acquainted"
    )]
    public Input<string> Stage { get; set; } = new("acquainted");

    /// <summary>The rule set whose event is the stage, for example <c>relationship-stage</c>; null where <see cref="Stage"/> says it.</summary>
    [Input(
        DisplayName = "Rule set",
        Description = "The rule set that says the stage by its event, for example relationship-stage. Empty: the stage above.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(RuleSetOptions)
    )]
    public Input<string?>? RuleSet { get; set; }

    /// <summary>What the rule set asks about besides the contact and the time, as an object or as its JSON.</summary>
    [Input(
        DisplayName = "Further inputs",
        Description = "What the rule set asks about besides the contact, as a JSON object, for example how often the contact reacted.",
        UIHint = InputUIHints.JsonEditor,
        DefaultSyntax = "JavaScript"
    )]
    public Input<object?>? Inputs { get; set; }

    /// <summary>Whether a contact who is closer already falls back.</summary>
    [Input(
        DisplayName = "May fall back",
        Description = "Whether a contact who is closer already falls back to the stage.",
        UIHint = InputUIHints.Checkbox
    )]
    public Input<bool> MayFallBack { get; set; } = new(false);

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var before = contact.Stage;
        if (await StageAsync(context) is not { } stage || !Approach(context, contact, stage))
        {
            await context.CompleteActivityWithOutcomesAsync("Unchanged");
            return;
        }

        context.EmitChange(contact, HistoryKind.Stage, before, stage);
        await context.CompleteActivityWithOutcomesAsync("Changed");
    }

    // No rule that holds is no word on the stage.
    private async ValueTask<string?> StageAsync(ActivityExecutionContext context) =>
        context.Get(RuleSet)?.Trim() is { Length: > 0 } ruleSet
            ? (await context.AskAsync(ruleSet, context.Get(Inputs))).SuccessEvent
            : Stage.Get(context)?.Trim() ?? "";

    private bool Approach(ActivityExecutionContext context, Contact contact, string stage)
    {
        if (!RelationshipStage.Exists(stage))
        {
            throw new FaultException(
                "UnknownStage",
                $"There is no stage '{stage}': write {string.Join(", ", RelationshipStage.All)}."
            );
        }

        var isBack = RelationshipStage.Rank(stage) < RelationshipStage.Rank(contact.Stage);
        return (!isBack || context.Get(MayFallBack)) && contact.Approach(stage);
    }
}
