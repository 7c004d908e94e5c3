using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>Records something on the contact, and says whether it is news.</summary>
[Activity(
    "Marketing",
    "Mine",
    "Records an attribute on the contact; Changed and Unchanged tell whether it is news.",
    DisplayName = "Set attribute",
    Icon = "edit"
)]
[FlowNode("Changed", "Unchanged")]
public sealed class SetAttribute : CodeActivity
{
    /// <summary>The attribute's name.</summary>
    [Input(Description = "Which attribute, for example tier.", IsRequired = true)]
    public Input<string> Attribute { get; set; } = default!;

    /// <summary>Its new value; null removes the attribute.</summary>
    [Input(Description = "The new value. Empty removes the attribute.")]
    public Input<object?>? Value { get; set; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var name = Attribute.Get(context) ?? "";
        var before = contact.Attribute(name);
        if (!contact.SetAttribute(name, context.Get(Value)))
        {
            return context.CompleteActivityWithOutcomesAsync("Unchanged");
        }

        context.JournalData["attribute"] = name;
        context.JournalData["before"] = before;
        context.JournalData["after"] = contact.Attribute(name);
        context.EmitContactChanged(contact);
        return context.CompleteActivityWithOutcomesAsync("Changed");
    }
}
