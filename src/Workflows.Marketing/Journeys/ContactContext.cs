using Workflows.Marketing.Contacts;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Journeys;

/// <summary>The contact a journey is about, as activities reach it.</summary>
public static class ContactContext
{
    /// <summary>The contact of the running journey.</summary>
    /// <exception cref="FaultException">The workflow runs for no contact.</exception>
    public static Contact Contact(this ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Subject as Contact
            ?? throw new FaultException("NoContact", "This activity needs a contact, and the workflow runs for none.");
    }

    /// <summary>Saves the contact with the turn.</summary>
    internal static void EmitContactChanged(this ActivityExecutionContext context, Contact contact) =>
        context.Emit(new ContactChanged(contact));
}
