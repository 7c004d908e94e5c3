using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Contacts;

/// <summary>Says which persona speaks to the contact (S1-39…41).</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Says which persona speaks to the contact.",
    DisplayName = "Assign persona",
    Icon = "persona"
)]
[FlowNode("Changed", "Unchanged")]
public sealed class AssignPersona : CodeActivity
{
    /// <summary>The persona.</summary>
    [Input(Description = "Which persona, for example founder. Empty: none.")]
    public Input<string?>? Persona { get; set; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var before = contact.Persona;
        var persona = context.Get(Persona)?.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, 64)] : null;
        if (!contact.Meet(persona))
        {
            return context.CompleteActivityWithOutcomesAsync("Unchanged");
        }

        context.EmitChange(contact, HistoryKind.Persona, before, persona);
        return context.CompleteActivityWithOutcomesAsync("Changed");
    }
}
