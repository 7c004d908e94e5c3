using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Durability;

namespace Workflows.Marketing.Limits;

/// <summary>What is known of the customers whom marketing messages go to, as of the moment of sending (S1-13).</summary>
/// <param name="contacts">The contacts.</param>
public sealed class SendContacts(ISubjectSource contacts)
{
    /// <summary>The contacts by tenant and id, in one look a tenant; service messages are not held by what is known of their reader.</summary>
    public async Task<IReadOnlyDictionary<(int Tenant, Guid Id), Contact>> FindAsync(
        IReadOnlyList<LeasedMessage> messages,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var known = new Dictionary<(int, Guid), Contact>();
        foreach (var tenant in messages.Where(IsMarketing).GroupBy(one => one.Tenant, one => one.Message.Recipient))
        {
            Guid[] ids = [.. tenant.OfType<Recipient.Person>().Select(person => person.ContactId).Distinct()];
            foreach (var (id, subject) in await contacts.LoadAsync(tenant.Key, ids, cancellationToken))
            {
                if (subject is Contact contact)
                {
                    known[(tenant.Key, id)] = contact;
                }
            }
        }

        return known;
    }

    private static bool IsMarketing(LeasedMessage leased) =>
        leased.Message is { Purpose: "marketing", Recipient: Recipient.Person };
}
