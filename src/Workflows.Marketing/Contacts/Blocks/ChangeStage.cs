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

    /// <summary>Whether a contact who is closer already falls back.</summary>
    [Input(
        DisplayName = "May fall back",
        Description = "Whether a contact who is closer already falls back to the stage.",
        UIHint = InputUIHints.Checkbox
    )]
    public Input<bool> MayFallBack { get; set; } = new(false);

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var (before, stage) = (contact.Stage, Stage.Get(context)?.Trim() ?? "");
        if (!RelationshipStage.Exists(stage))
        {
            throw new FaultException(
                "UnknownStage",
                $"There is no stage '{stage}': write {string.Join(", ", RelationshipStage.All)}."
            );
        }

        var isBack = RelationshipStage.Rank(stage) < RelationshipStage.Rank(before);
        if ((isBack && !context.Get(MayFallBack)) || !contact.Approach(stage))
        {
            return context.CompleteActivityWithOutcomesAsync("Unchanged");
        }

        context.EmitChange(contact, HistoryKind.Stage, before, stage);
        return context.CompleteActivityWithOutcomesAsync("Changed");
    }
}
