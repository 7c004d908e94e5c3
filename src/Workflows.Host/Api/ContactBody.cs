using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api;

/// <summary>A contact as the API shows it.</summary>
internal sealed record ContactBody(
    Guid Id,
    DateTimeOffset JoinedAt,
    int PaidOrderCount,
    DateTimeOffset? LastPaidAt,
    decimal PaidAmount,
    IReadOnlyList<IdentityBody> Identities,
    IReadOnlyDictionary<string, object?> Attributes,
    IReadOnlyCollection<string> Tags
)
{
    public static ContactBody From(ContactState contact) =>
        new(
            contact.Id,
            contact.JoinedAt,
            contact.PaidOrderCount,
            contact.LastPaidAt,
            contact.PaidAmount,
            [.. contact.Identities.Select(IdentityBody.From)],
            contact.Attributes,
            contact.Tags
        );
}
