using Npgsql;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Durability;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Postgres;

/// <summary>Contacts and their events on PostgreSQL.</summary>
internal sealed class PostgresContactStore(NpgsqlDataSource source, WorkSignal signal) : IContactStore, ISubjectSource
{
    private const string Load = """
        SELECT c.id, c.joined_at, c.paid_order_count, c.last_paid_at, c.paid_amount, c.attributes, c.tags, c.consents,
            c.traits
        FROM unnest($2::uuid[]) AS n (id)
        CROSS JOIN LATERAL (SELECT * FROM contacts c WHERE c.tenant = $1 AND c.id = n.id LIMIT 1) c
        ORDER BY c.id
        """;

    // The tenant is compared in a way no index knows: a contact's names are found by the contact.
    private const string LoadNames = """
        SELECT i.contact_id, i.kind, i.value
        FROM unnest($2::uuid[]) AS n (id)
        CROSS JOIN LATERAL (SELECT contact_id, kind, value FROM contact_identities i
            WHERE i.contact_id = n.id AND i.tenant + 0 = $1 ORDER BY kind, value OFFSET 0) i
        """;

    public async Task<IReadOnlyList<ContactEventReceipt>> AcceptAsync(
        int tenant,
        IReadOnlyList<ContactEvent> events,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var intake = new PostgresIntake(connection, tenant, now);
            var plan = await intake.PlanAsync(events, cancellationToken);
            if (await intake.WriteAsync(plan, wakes: true, cancellationToken))
            {
                await transaction.CommitAsync(cancellationToken);
                signal.Raise(PartitionSet.Of(plan.Events.Select(one => Partitions.Of(one.ContactId))));
                return plan.Receipts;
            }

            // Another batch brought the same contact or event a moment ago: look again, and find it.
            await transaction.RollbackAsync(cancellationToken);
        }
    }

    public async Task<ContactState?> FindAsync(int tenant, Guid id, CancellationToken cancellationToken) =>
        (await LoadStatesAsync(tenant, [id], cancellationToken)).SingleOrDefault();

    public async Task<ContactState?> FindAsync(
        int tenant,
        ContactIdentity identity,
        CancellationToken cancellationToken
    )
    {
        var ids = await IdsAsync(
            "SELECT contact_id FROM contact_identities WHERE tenant = $1 AND kind = $2 AND value = $3",
            cancellationToken,
            tenant,
            (short)identity.Kind,
            identity.Value
        );
        return (await LoadStatesAsync(tenant, ids, cancellationToken)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<ContactState>> ListAsync(
        int tenant,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        var ids = await IdsAsync(
            "SELECT id FROM contacts WHERE tenant = $1 AND id > $2 ORDER BY id LIMIT $3",
            cancellationToken,
            tenant,
            after ?? Guid.Empty,
            count
        );
        return await LoadStatesAsync(tenant, ids, cancellationToken);
    }

    public async ValueTask<IReadOnlyDictionary<Guid, ISubject>> LoadAsync(
        int tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var states = await LoadStatesAsync(tenant, ids, cancellationToken);
        return states.ToDictionary(state => state.Id, state => (ISubject)new Contact(state));
    }

    private async Task<List<ContactState>> LoadStatesAsync(
        int tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
        {
            return [];
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await LoadAsync(connection, tenant, ids, cancellationToken);
    }

    /// <summary>Contacts as the connection's transaction sees them, in id order.</summary>
    internal static async Task<List<ContactState>> LoadAsync(
        NpgsqlConnection connection,
        int tenant,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(connection);
        Guid[] keys = [.. ids];
        batch.Add(LoadNames, tenant, keys);
        batch.Add(Load, tenant, keys);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var names = new List<(Guid Contact, ContactIdentity Name)>(keys.Length);
        while (await reader.ReadAsync(cancellationToken))
        {
            var name = new ContactIdentity((IdentityKind)reader.GetInt16(1), reader.GetString(2));
            names.Add((reader.GetGuid(0), name));
        }

        var namesOf = names.ToLookup(row => row.Contact, row => row.Name);
        await reader.NextResultAsync(cancellationToken);
        var states = new List<ContactState>(keys.Length);
        while (await reader.ReadAsync(cancellationToken))
        {
            states.Add(Read(reader, namesOf));
        }

        return states;
    }

    private static ContactState Read(NpgsqlDataReader reader, ILookup<Guid, ContactIdentity> namesOf)
    {
        var id = reader.GetGuid(0);
        var state = new ContactState(id, new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero))
        {
            PaidOrderCount = reader.GetInt32(2),
            LastPaidAt = reader.IsDBNull(3) ? null : new DateTimeOffset(reader.GetInt64(3), TimeSpan.Zero),
            PaidAmount = reader.GetDecimal(4),
            Identities = [.. namesOf[id]],
            Attributes = ContactJson.ReadAttributes(reader.GetString(5)),
            Tags = ContactJson.ReadTags(reader.GetString(6)),
            Consents = ContactJson.ReadConsents(reader.GetString(7)),
        };
        return ContactTraits.Read(state, reader.GetString(8));
    }

    private async Task<List<Guid>> IdsAsync(string sql, CancellationToken cancellationToken, params object?[] values)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }
}
