using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Contacts;

/// <summary>Puts the contact into a pool (S3-36…42).</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Puts the contact into a pool; Changed and Unchanged tell whether it was elsewhere before.",
    DisplayName = "Assign pool",
    Icon = "pool"
)]
[FlowNode("Changed", "Unchanged")]
public sealed class AssignPool : CodeActivity
{
    /// <summary>The pool.</summary>
    [Input(
        Description = "Nurturing for many contacts of small value, conversion for those who buy often, client for few of high value.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "nurturing", "conversion", "client" },
        DefaultValue = "nurturing"
    )]
    public Input<string> Pool { get; set; } = new("nurturing");

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var (before, pool) = (contact.Pool, Pool.Get(context)?.Trim() ?? "");
        if (!Contacts.Pool.Exists(pool))
        {
            throw new FaultException(
                "UnknownPool",
                $"There is no pool '{pool}': write {string.Join(", ", Contacts.Pool.All)}."
            );
        }

        if (!contact.MoveTo(pool))
        {
            return context.CompleteActivityWithOutcomesAsync("Unchanged");
        }

        context.EmitChange(contact, HistoryKind.Pool, before, pool);
        return context.CompleteActivityWithOutcomesAsync("Changed");
    }
}
