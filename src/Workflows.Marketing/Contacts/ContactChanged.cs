using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// The contact is no longer what the store holds. Carries the live contact, so that the many changes of a batch cost
/// one write: the store saves <see cref="Contact.ToState"/> once, in the commit of the turns that changed it.
/// </summary>
/// <param name="Contact">The contact as its latest turn left it.</param>
public sealed record ContactChanged(Contact Contact) : Effect(Contact.Key);
