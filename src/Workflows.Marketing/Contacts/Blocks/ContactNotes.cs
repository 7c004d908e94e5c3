using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Contacts;

/// <summary>What blocks leave behind when they change a contact: the contact, a line of its history, the journal's words.</summary>
internal static class ContactNotes
{
    public static void EmitChange(
        this ActivityExecutionContext context,
        Contact contact,
        HistoryKind kind,
        string? before,
        string? after
    )
    {
        context.JournalData["before"] = before;
        context.JournalData["after"] = after;
        var note = new ContactNote(kind, context.Now, before, after, context.Instance.Graph.DefinitionId);
        context.Emit(new ContactNoted(context.EffectKey("note"), contact.Id, note));
        context.EmitContactChanged(contact);
    }
}
