using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;

namespace Workflows.Marketing.Limits;

/// <summary>
/// For which store a message is sent: the group's, else that of the member who says it, else that of the member whom the
/// contact has known longest.
/// </summary>
/// <param name="groups">The customer groups.</param>
/// <param name="staff">The staff.</param>
/// <param name="relations">Who of the staff knows which contacts.</param>
public sealed class SendStores(IGroupRegister groups, IStaffRegister staff, IRelationRegister relations)
{
    /// <summary>The stores' ids by the messages' keys; a message of no store is missing.</summary>
    public async Task<IReadOnlyDictionary<(int Tenant, string Key), string>> FindAsync(
        IReadOnlyList<LeasedMessage> messages,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(messages);
        var stores = new Dictionary<(int, string), string>();
        foreach (var tenant in messages.GroupBy(message => message.Tenant, message => message.Message))
        {
            var look = new Look(this, tenant.Key);
            var known = await relations.FindAsync(tenant.Key, Contacts(tenant), cancellationToken);
            foreach (var message in tenant)
            {
                if (await look.StoreOfAsync(message, known, cancellationToken) is { } store)
                {
                    stores[(tenant.Key, message.Key)] = store;
                }
            }
        }

        return stores;
    }

    private static Guid[] Contacts(IEnumerable<OutboundMessage> messages) =>
        [
            .. messages
                .Select(message => message.Recipient)
                .OfType<Recipient.Person>()
                .Select(person => person.ContactId)
                .Distinct(),
        ];

    /// <summary>One look for one batch: everybody is asked about once.</summary>
    private sealed class Look(SendStores stores, int tenant)
    {
        private readonly Dictionary<string, CustomerGroup?> _groups = new(StringComparer.Ordinal);
        private readonly Dictionary<string, string?> _staff = new(StringComparer.Ordinal);

        public async Task<string?> StoreOfAsync(
            OutboundMessage message,
            IReadOnlyDictionary<Guid, ContactRelations> relations,
            CancellationToken cancellationToken
        )
        {
            var group = message.Recipient is Recipient.Group one
                ? await GroupAsync(one.GroupId, cancellationToken)
                : null;
            if (group?.StoreId is { } store)
            {
                return store;
            }

            var member = (message.Recipient as Recipient.Staff)?.StaffId ?? message.Sender ?? group?.OwnerId;
            return await StaffAsync(member, cancellationToken)
                ?? await StaffAsync(FriendOf(message.Recipient, relations), cancellationToken);
        }

        private static string? FriendOf(Recipient recipient, IReadOnlyDictionary<Guid, ContactRelations> relations) =>
            recipient is Recipient.Person person && relations.TryGetValue(person.ContactId, out var known)
                ? known
                    .Where(relation => relation.State == RelationState.Exists)
                    .OrderBy(relation => relation.At)
                    .ThenBy(relation => relation.StaffId, StringComparer.Ordinal)
                    .FirstOrDefault()
                    ?.StaffId
                : null;

        private async Task<CustomerGroup?> GroupAsync(string id, CancellationToken cancellationToken) =>
            _groups.TryGetValue(id, out var group)
                ? group
                : _groups[id] = await stores.Groups.FindAsync(tenant, id, cancellationToken);

        private async Task<string?> StaffAsync(string? id, CancellationToken cancellationToken) =>
            id is null ? null
            : _staff.TryGetValue(id, out var store) ? store
            : _staff[id] = (await stores.Staff.FindAsync(tenant, id, cancellationToken))?.StoreId;
    }

    private IGroupRegister Groups => groups;

    private IStaffRegister Staff => staff;
}
