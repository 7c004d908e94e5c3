using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Contacts;

/// <summary>What blocks leave behind when they change a contact: the contact, a line of its history, the journal's words.</summary>
internal static class ContactNotes
{
    /// <summary>Leaves a change behind.</summary>
    /// <param name="context">The block's.</param>
    /// <param name="contact">The contact, changed.</param>
    /// <param name="kind">What changed.</param>
    /// <param name="before">What it was, or null.</param>
    /// <param name="after">What it is, or null.</param>
    /// <param name="part">Tells several changes of one execution apart; null for the only one.</param>
    public static void EmitChange(
        this ActivityExecutionContext context,
        Contact contact,
        HistoryKind kind,
        string? before,
        string? after,
        string? part = null
    )
    {
        context.JournalData["before"] = before;
        context.JournalData["after"] = after;
        var note = new ContactNote(kind, context.Now, before, after, context.Instance.Graph.DefinitionId);
        context.Emit(new ContactNoted(context.EffectKey(part is null ? "note" : $"note:{part}"), contact.Id, note));
        context.EmitContactChanged(contact);
    }
}
