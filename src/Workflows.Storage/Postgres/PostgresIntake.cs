using Npgsql;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Durability;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Postgres;

/// <summary>Takes a batch of events in, inside the caller's transaction: two questions, then one batch of inserts.</summary>
internal sealed class PostgresIntake(NpgsqlConnection connection, int tenant, DateTimeOffset now)
{
    // Lateral with a limit: one look into the key's index per name. A plain join leaves the planner, which knows nothing
    // of a young table, free to read all of the tenant's rows instead.
    private const string Owners = """
        SELECT n.kind, n.value, i.contact_id
        FROM unnest($2::smallint[], $3::text[]) AS n (kind, value)
        CROSS JOIN LATERAL (SELECT contact_id FROM contact_identities i
            WHERE i.tenant = $1 AND i.kind = n.kind AND i.value = n.value LIMIT 1) i
        """;

    private const string Known = """
        SELECT n.source, n.event_id, e.contact_id
        FROM unnest($2::text[], $3::text[]) AS n (source, event_id)
        CROSS JOIN LATERAL (SELECT contact_id FROM contact_events e
            WHERE e.tenant = $1 AND e.source = n.source AND e.event_id = n.event_id LIMIT 1) e
        """;

    private const string InsertContacts = """
        INSERT INTO contacts (tenant, id, joined_at, paid_order_count, paid_amount, attributes, tags, consents,
            traits)
        SELECT $1, id, joined_at, 0, 0, '{}', '[]', '[]', '{}' FROM unnest($2::uuid[], $3::bigint[]) AS n (id, joined_at)
        """;

    private const string InsertNames = """
        INSERT INTO contact_identities (tenant, kind, value, contact_id)
        SELECT $1, kind, value, contact_id FROM unnest($2::smallint[], $3::text[], $4::uuid[])
            AS n (kind, value, contact_id)
        ON CONFLICT DO NOTHING
        """;

    private const string InsertEvents = """
        INSERT INTO contact_events (tenant, source, event_id, contact_id, type, at, received_at, data)
        SELECT $1, source, event_id, contact_id, type, at, $8, data
        FROM unnest($2::text[], $3::text[], $4::uuid[], $5::text[], $6::bigint[], $7::text[])
            AS n (source, event_id, contact_id, type, at, data)
        ON CONFLICT DO NOTHING
        """;

    private const string InsertCases = """
        INSERT INTO contact_merges (tenant, first_id, second_id, state, shared_kind, opened_at, was_apart)
        SELECT $1, first_id, second_id, 1, shared_kind, $5, false
        FROM unnest($2::uuid[], $3::uuid[], $4::smallint[]) AS n (first_id, second_id, shared_kind)
        ON CONFLICT DO NOTHING
        """;

    public async Task<IntakePlan> PlanAsync(IReadOnlyList<ContactEvent> events, CancellationToken cancellationToken)
    {
        var names = events.SelectMany(one => one.Identities).Distinct().ToArray();
        await using var batch = new NpgsqlBatch(connection);
        batch.Add(
            Owners,
            tenant,
            names.Select(name => (short)name.Kind).ToArray(),
            names.Select(name => name.Value).ToArray()
        );
        batch.Add(Known, tenant, events.Select(one => one.Source).ToArray(), events.Select(one => one.Id).ToArray());
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var owners = new Dictionary<ContactIdentity, Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            owners[new ContactIdentity((IdentityKind)reader.GetInt16(0), reader.GetString(1))] = reader.GetGuid(2);
        }

        await reader.NextResultAsync(cancellationToken);
        var known = new Dictionary<(string, string), Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            known[(reader.GetString(0), reader.GetString(1))] = reader.GetGuid(2);
        }

        var plan = new IntakePlan(owners, known, now);
        foreach (var one in events)
        {
            plan.Add(one);
        }

        return plan;
    }

    /// <param name="plan">What the batch adds.</param>
    /// <param name="wakes">Whether the events start and wake journeys; history does not.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False when another transaction was faster with a name, an event or an order; nothing may be kept then.</returns>
    public async Task<bool> WriteAsync(IntakePlan plan, bool wakes, CancellationToken cancellationToken)
    {
        if (plan.Events.Count == 0)
        {
            return true;
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.Add(
            InsertContacts,
            tenant,
            plan.Contacts.Select(contact => contact.Id).ToArray(),
            plan.Contacts.Select(contact => contact.JoinedAt.UtcTicks).ToArray()
        );
        var names = AddNames(batch, plan);
        var events = AddEvents(batch, plan);
        var (orders, count) = await new PostgresOrders(connection, tenant).AddToAsync(
            batch,
            new IntakeOrders(plan),
            cancellationToken
        );
        AddCases(batch, plan);
        new PostgresProjection(batch, tenant).Add(new IntakeProjection(plan, now));
        if (wakes)
        {
            AddWork(batch, plan);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
        return names.Rows == (ulong)plan.Names.Count
            && events.Rows == (ulong)plan.Events.Count
            && (orders?.Rows ?? 0) == (ulong)count;
    }

    private NpgsqlBatchCommand AddNames(NpgsqlBatch batch, IntakePlan plan)
    {
        // In one order everywhere, so that two batches with the same names wait for each other instead of locking up.
        var names = plan
            .Names.OrderBy(row => row.Name.Kind)
            .ThenBy(row => row.Name.Value, StringComparer.Ordinal)
            .ToArray();
        return batch.Add(
            InsertNames,
            tenant,
            names.Select(row => (short)row.Name.Kind).ToArray(),
            names.Select(row => row.Name.Value).ToArray(),
            names.Select(row => row.ContactId).ToArray()
        );
    }

    private NpgsqlBatchCommand AddEvents(NpgsqlBatch batch, IntakePlan plan)
    {
        var rows = plan
            .Events.OrderBy(row => row.Event.Source, StringComparer.Ordinal)
            .ThenBy(row => row.Event.Id, StringComparer.Ordinal)
            .ToArray();
        return batch.Add(
            InsertEvents,
            tenant,
            rows.Select(row => row.Event.Source).ToArray(),
            rows.Select(row => row.Event.Id).ToArray(),
            rows.Select(row => row.ContactId).ToArray(),
            rows.Select(row => row.Event.Type).ToArray(),
            rows.Select(row => row.Event.At.UtcTicks).ToArray(),
            rows.Select(row => row.Event.Data).ToArray(),
            now.UtcTicks
        );
    }

    private void AddCases(NpgsqlBatch batch, IntakePlan plan)
    {
        if (plan.Cases.Count > 0)
        {
            batch.Add(
                InsertCases,
                tenant,
                plan.Cases.Select(row => row.FirstId).ToArray(),
                plan.Cases.Select(row => row.SecondId).ToArray(),
                plan.Cases.Select(row => (short)row.Name.Kind).ToArray(),
                now.UtcTicks
            );
        }
    }

    private void AddWork(NpgsqlBatch batch, IntakePlan plan)
    {
        var work = new WorkItemColumns(plan.Events.Count);
        foreach (var (one, contact) in plan.Events)
        {
            work.Add(tenant, contact, WorkKind.Stimulus, now, null, null, EventWork.Payload(one));
        }

        work.AddTo(batch);
    }
}
