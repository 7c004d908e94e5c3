using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>Contacts as rows.</summary>
internal static class ContactRows
{
    public static ContactState Read(ContactRow row, IEnumerable<ContactIdentity> names) =>
        ContactTraits.Read(
            new ContactState(row.Id, row.JoinedAt)
            {
                PaidOrderCount = row.PaidOrderCount,
                LastPaidAt = row.LastPaidAt,
                PaidAmount = row.PaidAmount,
                Identities = [.. names],
                Attributes = ContactJson.ReadAttributes(row.Attributes),
                Tags = ContactJson.ReadTags(row.Tags),
                Consents = ContactJson.ReadConsents(row.Consents),
            },
            row.Traits
        );

    public static ContactRow Write(int tenant, ContactState contact) =>
        new()
        {
            Id = contact.Id,
            Tenant = tenant,
            JoinedAt = contact.JoinedAt,
            PaidOrderCount = contact.PaidOrderCount,
            LastPaidAt = contact.LastPaidAt,
            PaidAmount = contact.PaidAmount,
            Attributes = ContactJson.Write(contact.Attributes),
            Tags = ContactJson.Write(contact.Tags),
            Consents = ContactJson.Write(contact.Consents),
            Traits = ContactTraits.Write(contact),
        };
}
