using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Contacts;

/// <summary>Chooses a member of the staff with capacity left (S1-07).</summary>
[Activity(
    "Marketing",
    "Nurture",
    "Chooses the least busy member of the staff; one who is at capacity is passed over.",
    DisplayName = "Assign agent by capacity",
    Icon = "agent"
)]
[FlowNode("Assigned", "AllFull")]
public sealed class AssignAgent : CodeActivity
{
    /// <summary>Only the staff of this store; empty for everybody.</summary>
    [Input(Description = "Only the staff of this store. Empty: everybody.")]
    public Input<string?>? Store { get; set; }

    /// <summary>Only staff who play this persona; empty for everybody.</summary>
    [Input(Description = "Only staff who play this persona. Empty: everybody.")]
    public Input<string?>? Persona { get; set; }

    /// <summary>The member who was chosen.</summary>
    [Output(Description = "The userid of the member who was chosen.")]
    public Output<string>? Agent { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var request = new AgentRequest(context.EffectKey("agent"), contact.Id, context.Now)
        {
            StoreId = NullIfEmpty(context.Get(Store)),
            Persona = NullIfEmpty(context.Get(Persona)),
        };
        var member = await context
            .GetRequiredService<ContactPlacement>()
            .AssignAsync(request, context.CancellationToken);
        if (member is null)
        {
            await context.CompleteActivityWithOutcomesAsync("AllFull");
            return;
        }

        if (contact.Assign(member.Id, context.Now))
        {
            context.EmitChange(contact, HistoryKind.Staff, before: null, member.Id);
        }

        context.JournalData["load"] = member.Load;
        context.Set(Agent, member.Id);
        await context.CompleteActivityWithOutcomesAsync("Assigned");
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
