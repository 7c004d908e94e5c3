using System.Globalization;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Durability;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Sqlite;

/// <summary>Contacts and their events in SQLite.</summary>
internal sealed class SqliteContactStore(SqliteDatabase database, WorkSignal signal) : IContactStore, ISubjectSource
{
    private const string Load = """
        SELECT joined_at, paid_order_count, last_paid_at, paid_amount, attributes, tags, consents, traits
        FROM contacts WHERE tenant = ?1 AND id = ?2
        """;

    public async Task<IReadOnlyList<ContactEventReceipt>> AcceptAsync(
        int tenant,
        IReadOnlyList<ContactEvent> events,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var plan = await database.WriteAsync(
            session => new SqliteIntake(session, tenant, now).Accept(events, wakes: true),
            cancellationToken
        );
        signal.Raise(PartitionSet.Of(plan.Events.Select(one => Partitions.Of(one.ContactId))));
        return plan.Receipts;
    }

    public Task<ContactState?> FindAsync(int tenant, Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(database.Read(session => Find(session, tenant, id)));

    public Task<ContactState?> FindAsync(int tenant, ContactIdentity identity, CancellationToken cancellationToken) =>
        Task.FromResult(
            database.Read(session =>
                SqliteIntake.OwnerOf(session, tenant, identity) is { } id ? Find(session, tenant, id) : null
            )
        );

    public Task<IReadOnlyList<ContactState>> ListAsync(
        int tenant,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            database.Read<IReadOnlyList<ContactState>>(session =>
            {
                var statement = session
                    .Prepare("SELECT id FROM contacts WHERE tenant = ?1 AND id > ?2 ORDER BY id LIMIT ?3")
                    .Bind(1, tenant)
                    .Bind(2, after ?? Guid.Empty)
                    .Bind(3, count);
                var ids = new List<Guid>();
                while (statement.Step())
                {
                    ids.Add(statement.Guid(0));
                }

                return [.. ids.Select(id => Find(session, tenant, id)).OfType<ContactState>()];
            })
        );

    public ValueTask<IReadOnlyDictionary<Guid, ISubject>> LoadAsync(
        int tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult(
            database.Read<IReadOnlyDictionary<Guid, ISubject>>(session =>
            {
                var contacts = new Dictionary<Guid, ISubject>(ids.Count);
                foreach (var id in ids)
                {
                    if (Find(session, tenant, id) is { } state)
                    {
                        contacts.Add(id, new Contact(state));
                    }
                }

                return contacts;
            })
        );

    internal static ContactState? Find(SqliteSession session, int tenant, Guid id)
    {
        var row = session.Prepare(Load).Bind(1, tenant).Bind(2, id);
        if (!row.Step())
        {
            return null;
        }

        var state = new ContactState(id, row.Time(0))
        {
            PaidOrderCount = row.Int(1),
            LastPaidAt = row.IsNull(2) ? null : row.Time(2),
            PaidAmount = decimal.Parse(row.Text(3), CultureInfo.InvariantCulture),
            Attributes = ContactJson.ReadAttributes(row.Text(4)),
            Tags = ContactJson.ReadTags(row.Text(5)),
            Consents = ContactJson.ReadConsents(row.Text(6)),
            Identities = Names(session, tenant, id),
        };
        state = ContactTraits.Read(state, row.Text(7));
        row.Reset();
        return state;
    }

    private static ContactIdentities Names(SqliteSession session, int tenant, Guid id)
    {
        // The plus signs keep the planner off the primary key: it would read all of the tenant's names to find one contact's.
        var row = session
            .Prepare(
                "SELECT kind, value FROM contact_identities WHERE contact_id = ?2 AND +tenant = ?1 ORDER BY +kind, +value"
            )
            .Bind(1, tenant)
            .Bind(2, id);
        var names = new List<ContactIdentity>(1);
        while (row.Step())
        {
            names.Add(new ContactIdentity((IdentityKind)row.Int(0), row.Text(1)));
        }

        return [.. names];
    }
}
